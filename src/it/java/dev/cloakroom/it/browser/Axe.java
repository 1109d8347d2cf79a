package dev.cloakroom.it.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** What keeps people from using a page, as far as a program can tell (axe-core). */
final class Axe {
  private static final String SCRIPT = read("/axe.min.js");
  private static final String VIOLATIONS =
      """
      const found = (rule) => rule.nodes.map((node) => `${rule.id}: ${node.target}: ${node.failureSummary}`);
      return axe.run(document).then(({ violations }) => violations.flatMap(found).join("\\n"));
      """;

  private Axe() {}

  /** All that it finds in what a browser shows, a line or more for each; empty for nothing. */
  static String violationsIn(Browser browser) {
    browser.run(SCRIPT);
    return browser.run(VIOLATIONS);
  }

  private static String read(String resource) {
    try (InputStream script = Objects.requireNonNull(Axe.class.getResourceAsStream(resource))) {
      return new String(script.readAllBytes(), UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}

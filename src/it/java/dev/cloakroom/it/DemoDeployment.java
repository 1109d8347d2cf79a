package dev.cloakroom.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The demo WAR as the build made it, at the root of the server. */
public final class DemoDeployment {
  private static final String SETTINGS = "WEB-INF/classes/META-INF/microprofile-config.properties";

  /** The tests are one client that tries many wrong passwords of a few callers. */
  private static final String MANY_MAY_FAIL =
      """

      cloakroom.login.throttle.failures=1000
      cloakroom.login.throttle.failures-per-caller=1000000
      cloakroom.login.throttle.failures-per-address=1000000
      """;

  private DemoDeployment() {}

  /** The archive; tests that need other settings add them to it. */
  @Deployment(testable = false)
  public static WebArchive demo() {
    // servers take the context root from the name, and ROOT is the way to say "/"
    WebArchive demo =
        ShrinkWrap.create(ZipImporter.class, "ROOT.war")
            .importFrom(new File(System.getProperty("cloakroom.war")))
            .as(WebArchive.class);
    String settings = text(demo, SETTINGS);
    demo.delete(SETTINGS);
    demo.add(new StringAsset(settings + MANY_MAY_FAIL), SETTINGS);
    return demo;
  }

  private static String text(WebArchive archive, String path) {
    try (InputStream content = Objects.requireNonNull(archive.get(path)).getAsset().openStream()) {
      return new String(content.readAllBytes(), UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}

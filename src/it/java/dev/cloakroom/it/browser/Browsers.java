package dev.cloakroom.it.browser;

import dev.cloakroom.it.browser.Browser.ThirdPartyCookies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.util.EnumMap;
import java.util.Map;

/**
 * The browsers of all tests: one of each kind, started when it is first asked for. Not thread-safe:
 * tests run one after the other.
 */
final class Browsers implements AutoCloseable {
  private static final Path FOLDER = Path.of("target", "browser").toAbsolutePath();

  private final Installed installed;
  private final Map<ThirdPartyCookies, Browser> started = new EnumMap<>(ThirdPartyCookies.class);

  private Browsers(Installed installed) {
    this.installed = installed;
  }

  /**
   * None yet.
   *
   * @throws IllegalStateException if a program is missing: says what to install
   */
  static Browsers ofThisMachine() {
    return new Browsers(Installed.here());
  }

  /** One that knows nothing of what other tests did with it. */
  Browser fresh(ThirdPartyCookies cookies) {
    Browser browser = started.computeIfAbsent(cookies, this::start);
    browser.forget();
    return browser;
  }

  private Browser start(ThirdPartyCookies cookies) {
    return Browser.in(home(), installed, cookies);
  }

  /** Where a browser finds whom to trust, and nothing of the user's. */
  private Path home() {
    try {
      Path home = Files.createTempDirectory(Files.createDirectories(FOLDER), "home");
      Path trusted = Files.createDirectories(home.resolve(".pki/nssdb"));
      Path authority = home.resolve("authority.der");
      Files.write(authority, Certificates.OF_THESE_TESTS.authority().getEncoded());
      String database = "sql:" + trusted;
      Command.run(installed.certutil(), "-N", "-d", database, "--empty-password");
      Command.run(
          installed.certutil(),
          "-A",
          "-d",
          database,
          "-n",
          "tests",
          "-t",
          "C,,",
          "-i",
          authority.toString());
      return home;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (CertificateEncodingException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Override
  public void close() {
    started.values().forEach(Browser::close);
  }
}

package dev.cloakroom.it.browser;

import java.nio.file.Path;

/** The programs that the tests need and do not bring. */
record Installed(Path browser, Path driver, Path certutil) {

  /**
   * Those of this machine.
   *
   * @throws IllegalStateException if one is missing: says what to install
   */
  static Installed here() {
    return new Installed(
        Command.installed("chromium", "google-chrome"),
        Command.installed("chromedriver"),
        Command.installed("certutil"));
  }
}

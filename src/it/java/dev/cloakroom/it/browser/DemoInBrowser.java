package dev.cloakroom.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.browser.Browser.ThirdPartyCookies;
import dev.cloakroom.it.process.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page of the demo, used as its visitors do. */
@InBrowser
class DemoInBrowser {
  /** Where the README's picture goes, if it is to be made anew. */
  private static final String PICTURE = "demo.picture";

  private static final String IN = "LOGGED IN AS";
  private static final int LARGEST_PICTURE = 140_000;

  private final Browser browser;
  private final String page;

  DemoInBrowser(ServerProcess process, Browsers browsers) {
    browser = browsers.fresh(ThirdPartyCookies.BLOCKED);
    page = Bank.origin(process.server(), Site.BANK) + "/";
  }

  private void logIn(String password) {
    browser.open(page);
    browser.textWith("Callers of this demo");
    browser.fillIn(Map.of("username", "alice", "password", password)).send();
  }

  @Test
  void wrongPassword_isSaid_andTheRightOneLogsIn() {
    logIn("wrong");
    assertThat(browser.textWith("password is wrong")).contains("password is wrong");

    logIn("123");
    assertThat(browser.textWith(IN)).contains(IN, "alice");
  }

  @Test
  void caller_isAnsweredByTheirGroups_untilTheyLogOut() throws IOException {
    logIn("123");
    browser.textWith(IN);
    browser.press("[data-path='api/admin']");
    assertThat(browser.textWith("403")).contains("403");
    browser.press("[data-path='api/me']");
    assertThat(browser.textWith("200")).contains("200");
    keepPicture();

    browser.press("#logout");
    assertThat(browser.textWith("You are logged out.")).contains("You are logged out.");
    browser.press("[data-path='api/me']");
    assertThat(browser.textWith("401")).contains("401");
  }

  private void keepPicture() throws IOException {
    String file = System.getProperty(PICTURE);
    if (file != null) {
      byte[] picture = browser.picture(1080, 1190);
      assertThat(picture).hasSizeLessThan(LARGEST_PICTURE);
      Files.write(Path.of(file), picture);
    }
  }
}

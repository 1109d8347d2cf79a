package dev.cloakroom.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.browser.Browser.ThirdPartyCookies;
import dev.cloakroom.it.process.ServerProcess;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page of the demo, used as its visitors do. */
@InBrowser
class DemoInBrowser {
  private static final String IN = "LOGGED IN AS";

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
    Pictures.keep(browser, "demo.png", 1190);

    browser.press("#logout");
    assertThat(browser.textWith("You are logged out.")).contains("You are logged out.");
    browser.press("[data-path='api/me']");
    assertThat(browser.textWith("401")).contains("401");
  }

  /** Nothing is set up before the app has shown a code. */
  @Test
  void secondFactor_isSetUp_byACodeToScan() throws IOException {
    logIn("123");
    browser.textWith(IN);
    browser.press("[href='#second-factor']");
    assertThat(browser.textWith("Your password alone")).contains("Your password alone");
    browser.press("#begin");
    assertThat(browser.textWith("Scan this with your app")).contains("Scan this with your app");
    Pictures.keep(browser, "second-factor.png", 900);

    browser.press("#logout");
    logIn("123");
    assertThat(browser.textWith(IN)).contains(IN);
  }
}

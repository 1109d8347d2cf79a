package dev.cloakroom.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.browser.Browser.ThirdPartyCookies;
import dev.cloakroom.it.process.ServerProcess;
import dev.cloakroom.it.totp.AppCodes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each view of the demo's page can be used by everybody: narrow and wide, light and dark. */
@InBrowser
class DemoViewsInBrowser {
  private static final String STALE =
      "Bearer realm=\"cloakroom\", error=\"insufficient_user_authentication\", max_age=\"60\"";

  private final Browser browser;
  private final DemoPage page;

  DemoViewsInBrowser(ServerProcess process, Browsers browsers) {
    browser = browsers.fresh(ThirdPartyCookies.BLOCKED);
    page = new DemoPage(browser, Bank.origin(process.server(), Site.BANK) + "/");
  }

  /** Of somebody who is not logged in. */
  @ParameterizedTest
  @CsvSource({"360, light", "360, dark", "1280, light", "1280, dark"})
  void viewsOfVisitors(int width, String scheme) {
    browser.look(width, scheme);

    page.open().isForEverybody();
    page.logIn("alice", "wrong", "password is wrong").isForEverybody();
    page.press("[data-path='api/me']", "401").isForEverybody();
    page.press("#forgotten", "A new password").isForEverybody();
    page.type("forgotten-name", "nobody")
        .press("#forgotten-form [type=submit]", "Nobody is called");
    page.isForEverybody().open().press("#forgotten", "A new password");
    page.type("forgotten-name", "alice").press("#forgotten-form [type=submit]", "No mail is sent");
    page.isForEverybody().press("#mail-region a", "Your new password").isForEverybody();
    page.type("new-password", "short").press("#new-password-form [type=submit]", "15");
    page.isForEverybody();
    page.open().answer("/api/login", 429, Map.of("Retry-After", "75"), "{}");
    page.type("username", "alice").type("password", "123");
    page.press("#login-form [type=submit]", "Wait 1 min").isForEverybody();
  }

  /** Of who is logged in, then with a second factor; each another caller, who has no app yet. */
  @ParameterizedTest
  @CsvSource({
    "user1, pass1, 360, light",
    "user, password, 360, dark",
    "testuser, testpass, 1280, light",
    "test, pass, 1280, dark"
  })
  void viewsOfCallers(String name, String password, int width, String scheme) {
    browser.look(width, scheme);

    page.logIn(name, password, "LOGGED IN AS").isForEverybody();
    page.press("[data-path$=orders]", "201").isForEverybody();
    page.press("[data-path$=cancellation]", "You have no second factor yet").isForEverybody();
    page.press("#step-up-cancel", "more has to be proven").isForEverybody();
    page.press("[href='#profile']", "How proven").isForEverybody();
    page.press("[href='#second-factor']", "Your password alone").isForEverybody();
    AppCodes app = page.beginSetup();
    page.isForEverybody()
        .type("confirm-code", "x")
        .press("#confirm-form [type=submit]", "not the code");
    page.isForEverybody();
    browser.run("document.getElementById('confirm-code').value = ''");
    List<String> recoveryCodes = page.confirm(app);
    page.isForEverybody().press("#codes-kept", "Recovery codes left: 10").isForEverybody();
    askedForMore();
    askedAtTheLogin(name, password, recoveryCodes);
    page.press("[href='#second-factor']", "Recovery codes left: 9");
    page.press("#remove-app", "The app is removed").isForEverybody();
  }

  /** Those that show what other sites and origins get. */
  @ParameterizedTest
  @CsvSource({"360, light", "360, dark", "1280, light", "1280, dark"})
  void pagesOfOthers(int width, String scheme) {
    browser.look(width, scheme);

    browser.open(page.address() + "hostile");
    page.shows("A hostile page").isForEverybody();
    browser.open(page.address() + "another?target=" + page.address().replaceAll("/$", ""));
    page.shows("Four rules").isForEverybody();
  }

  /** The twin: what would bar somebody is found. */
  @Test
  void fieldWithoutALabel_isFound() {
    page.open();
    browser.run("document.querySelector('label[for=username]').remove()");

    assertThat(Axe.violationsIn(browser)).contains("label: #username");
  }

  /** In the dialog, for a code and for the password. */
  private void askedForMore() {
    page.press("[href='#start']", "Cancel all orders");
    page.press("[data-path$=cancellation]", "Code of your authenticator app").isForEverybody();
    page.press("#step-up-cancel", "more has to be proven");
    page.answer(
        "/card", 401, Map.of("WWW-Authenticate", STALE), "{\"reason\":\"step-up-required\"}");
    page.answer("/factor", 200, Map.of(), "{\"methods\":[]}");
    page.press("[data-path$=card]", "Your password, once more").isForEverybody();
    page.press("#step-up-cancel", "more has to be proven");
  }

  private void askedAtTheLogin(String name, String password, List<String> recoveryCodes) {
    page.press("#logout", "You are logged out.").isForEverybody();
    page.logIn(name, password, "One step more").isForEverybody();
    page.type("code", "000000x").press("#code-form [type=submit]", "Each is good once");
    page.isForEverybody().press("#code-instead", "Recovery code").isForEverybody();
    page.type("code", recoveryCodes.get(0)).press("#code-form [type=submit]", "LOGGED IN AS");
    page.shows("Recovery code").isForEverybody();
    page.press("[href='#profile']", "Level 2 since").isForEverybody();
  }
}

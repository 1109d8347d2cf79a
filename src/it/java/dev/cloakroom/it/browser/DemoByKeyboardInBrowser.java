package dev.cloakroom.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.browser.Browser.ThirdPartyCookies;
import dev.cloakroom.it.process.ServerProcess;
import dev.cloakroom.it.totp.AppCodes;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The demo without a mouse: the focus is where one goes on, and is seen. */
@InBrowser
class DemoByKeyboardInBrowser {
  private static final int MOST_STOPS = 40;
  private static final String FOCUSED =
      """
      const at = document.activeElement;
      if (at === document.body) { return "nothing"; }
      return `${at.id} ${at.dataset.path ?? ""} ${at.getAttribute("href") ?? ""} ${at.textContent.trim()}`;
      """;
  private static final String SEEN =
      "return getComputedStyle(document.activeElement).outlineStyle !== 'none'";
  private static final String SECRET = "return document.getElementById('secret').textContent";

  private final Browser browser;
  private final DemoPage page;

  DemoByKeyboardInBrowser(ServerProcess process, Browsers browsers) {
    browser = browsers.fresh(ThirdPartyCookies.BLOCKED);
    browser.look(1280, "light");
    page = new DemoPage(browser, Bank.origin(process.server(), Site.BANK) + "/");
  }

  /** Goes on by Tab to what has this in its id, address or text. */
  private DemoByKeyboardInBrowser goTo(String part) {
    int stops = 0;
    while (!browser.run(FOCUSED).contains(part)) {
      assertThat(stops++).as("stops on the way to " + part).isLessThan(MOST_STOPS);
      browser.keys(Keys.TAB);
    }
    assertThat(browser.run(SEEN)).as("the focus is seen at " + part).isEqualTo("true");
    return this;
  }

  private void press(String text) {
    browser.keys(Keys.ENTER);
    page.shows(text);
  }

  private void logIn(String text) {
    goTo("username");
    browser.keys("admin", Keys.TAB, "admin-pass");
    press(text);
  }

  @Test
  void caller_setsUpAnApp_andLogsInByItsCode() {
    page.open();
    logIn("LOGGED IN AS");
    assertThat(browser.run(FOCUSED)).contains("caller-name");
    goTo("cancellation").press("You have no second factor yet");
    assertThat(browser.run(FOCUSED)).contains("step-up-set-up");
    press("Your password alone");
    assertThat(browser.run(FOCUSED)).contains("factor-title");
    AppCodes app = setUp();
    goTo("logout").press("You are logged out.");
    assertThat(browser.run(FOCUSED)).contains("username");

    logIn("One step more");
    assertThat(browser.run(FOCUSED)).startsWith("code ");
    browser.keys(app.code(1));
    press("LOGGED IN AS");
    goTo("cancellation").press("cancelled");
    goTo("#second-factor").press("Recovery codes left");
    goTo("remove-app").press("The app is removed");
  }

  private AppCodes setUp() {
    goTo("begin").press("Scan this with your app");
    AppCodes app = new AppCodes("?secret=" + browser.run(SECRET).replace(" ", ""));
    assertThat(browser.run(FOCUSED)).contains("Scan this");
    goTo("confirm-code");
    browser.keys(app.code(0));
    press("Your recovery codes");
    assertThat(browser.run(FOCUSED)).contains("Your recovery codes");
    goTo("codes-kept").press("Recovery codes left: 10");
    return app;
  }

  @Test
  void dialog_thatIsLeftByEscape_givesTheFocusBack() {
    page.logIn("bob", "123", "LOGGED IN AS");
    goTo("cancellation").press("You have no second factor yet");
    browser.keys(Keys.ESCAPE);

    page.shows("more has to be proven");
    assertThat(browser.run(FOCUSED)).contains("cancellation");
  }
}

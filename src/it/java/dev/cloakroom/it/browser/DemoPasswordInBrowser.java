package dev.cloakroom.it.browser;

import dev.cloakroom.it.browser.Browser.ThirdPartyCookies;
import dev.cloakroom.it.process.ServerProcess;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the demo says of forgotten passwords, and of those that were guessed too often. */
@InBrowser
class DemoPasswordInBrowser {
  private static final String NEW = "correct horse battery staple";

  private final DemoPage page;

  DemoPasswordInBrowser(ServerProcess process, Browsers browsers) {
    page =
        new DemoPage(
            browsers.fresh(ThirdPartyCookies.BLOCKED),
            Bank.origin(process.server(), Site.BANK) + "/");
  }

  @Test
  void link_changesThePassword_andIsGoodOnce() {
    page.open().press("#forgotten", "A new password");
    page.type("forgotten-name", "carol").press("#forgotten-form [type=submit]", "No mail is sent");
    String link = page.browser().run("return document.querySelector('#mail-region a').href");
    page.press("#mail-region a", "Your new password");
    page.type("new-password", NEW).press("#new-password-form [type=submit]", "is changed");

    page.browser().open("about:blank").open(link);
    page.shows("Your new password").type("new-password", NEW);
    page.press("#new-password-form [type=submit]", "This link is good no longer");
    page.logIn("carol", "123", "password is wrong").logIn("carol", NEW, "LOGGED IN AS");
  }

  /** The server is told to say so by the page's own fetch(): the tests guess without end. */
  @Test
  void wait_isCountedDown() {
    page.open().answer("/api/login", 429, Map.of("Retry-After", "2"), "{}");
    page.type("username", "alice").type("password", "123");
    page.press("#login-form [type=submit]", "Wait 2 s").shows("Wait 1 s");

    page.shows("You can try again now.").logIn("alice", "123", "LOGGED IN AS");
  }
}

package dev.cloakroom.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.RunningServer;
import dev.cloakroom.it.browser.Browser.ThirdPartyCookies;
import dev.cloakroom.it.process.ServerProcess;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The hostile page of the demo, which says itself what it gets of a visitor: by another name,
 * nothing.
 */
@InBrowser
class HostilePageInBrowser {
  private static final String IN = "LOGGED IN AS";
  private static final String NOTHING = "The browser gives this page nothing";

  private final RunningServer server;
  private final Browser browser;

  HostilePageInBrowser(ServerProcess process, Browsers browsers) {
    server = process.server();
    browser = browsers.fresh(ThirdPartyCookies.ALLOWED);
    browser.open(demo()).textWith("Callers of this demo");
    browser.fillIn(Map.of("username", "alice", "password", "123")).send();
    assertThat(browser.textWith(IN)).contains(IN);
  }

  private String demo() {
    return Bank.origin(server, Site.BANK) + "/";
  }

  private void openAt(Site site) {
    browser.open(Bank.origin(server, site) + "/hostile?host=" + Site.BANK.host());
  }

  private String orders() {
    return browser.open(demo()).fetch("api/orders", Map.of());
  }

  @Test
  @Tag("X1")
  void scripts_ofAnotherSite_getNothing() {
    String before = orders();
    openAt(Site.EVIL);

    browser.press("[data-attempt=read]");
    assertThat(browser.textWith(NOTHING)).contains(NOTHING).doesNotContain("has got");
    openAt(Site.EVIL);
    browser.press("[data-attempt=write]");
    assertThat(browser.textWith(NOTHING)).contains(NOTHING).doesNotContain("has got");

    assertThat(orders()).isEqualTo(before);
  }

  @Test
  void scripts_ofTheDemoItself_getAll() {
    openAt(Site.BANK);

    browser.press("[data-attempt=write]");
    assertThat(browser.textWith("has got: 201")).contains("has got: 201");
    browser.press("[data-attempt=read]");
    assertThat(browser.textWith("has got: 200")).contains("has got: 200").contains("umbrella");
  }

  @Test
  @Tag("X6")
  void form_ofAnotherSite_logsNobodyIn() {
    openAt(Site.EVIL);
    browser.send();

    assertThat(browser.turnToPopup().textWith("refused")).contains("cross-origin-refused");
    assertThat(browser.open(demo()).textWith(IN)).contains("alice").contains(IN);
  }

  @Test
  void form_ofTheDemoItself_logsInSomebodyElse() {
    openAt(Site.BANK);
    browser.send();

    assertThat(browser.turnToPopup().textWith(IN)).contains(IN + "\n\nbob");
  }

  @Test
  void frame_onAnotherSite_showsNothingOfTheVisitors() {
    openAt(Site.EVIL);
    browser.press("[data-attempt=frame]");

    assertThat(browser.textOfFrame()).doesNotContain(IN);
  }
}

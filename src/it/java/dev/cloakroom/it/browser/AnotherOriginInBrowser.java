package dev.cloakroom.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.RunningServer;
import dev.cloakroom.it.browser.Browser.ThirdPartyCookies;
import dev.cloakroom.it.process.ServerProcess;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The demo's page of another origin: with each of its switches as it says, its script gets what it
 * shows.
 */
@InBrowser
@Tag("X8")
@Tag("X9")
class AnotherOriginInBrowser {
  private static final String GOT = "This page has got: ";
  private static final String NOTHING = "The browser gives this page nothing (TypeError).";
  private static final List<String> SWITCHES = List.of("include", "allowed", "named");

  private final Browser browser;
  private final String demo;

  AnotherOriginInBrowser(ServerProcess process, Browsers browsers) {
    RunningServer server = process.server();
    AnotherDoor.openTo(server);
    demo = Bank.origin(server, Site.BANK);
    browser = browsers.fresh(ThirdPartyCookies.ALLOWED);
    browser.open(demo + "/").textWith("Callers of this demo");
    browser.fillIn(Map.of("username", "alice", "password", "123")).send();
    assertThat(browser.textWith("LOGGED IN AS")).contains("LOGGED IN AS");
  }

  /** Opens the page, and moves it and its switches as a visitor does. */
  private void open(String on) {
    browser.open(
        AnotherDoor.origin(Site.SUBDOMAIN)
            + "/another?target="
            + demo
            + "&same="
            + AnotherDoor.origin(Site.SUBDOMAIN)
            + "&other="
            + AnotherDoor.origin(Site.FRIEND));
    SWITCHES.stream()
        .filter(rule -> !on.contains(rule))
        .forEach(rule -> browser.press("[name=" + rule + "]"));
    if (!on.contains("same")) {
      browser.press("[name=same]");
      browser.textWith("This page lives at " + AnotherDoor.origin(Site.FRIEND));
      assertThat(browser.textWith("of the same site.")).contains(AnotherDoor.origin(Site.FRIEND));
    }
  }

  private String given(String method, String told) {
    browser.press("[data-method=" + method + "]");
    return browser.textWith(told);
  }

  private String orders() {
    return browser.open(demo + "/").fetch("api/orders", Map.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "include allowed named same | 200 | All four rules are kept.",
        "include allowed named      | 401 | of another site",
        "include allowed       same |     | names no other origin",
        "include allowed            |     | names no other origin",
        "include         named same |     | does not let pages ask with cookies",
        "include         named      |     | does not let pages ask with cookies",
        "include               same |     | names no other origin",
        "include                    |     | names no other origin",
        "        allowed named same | 401 | has not asked with cookies",
        "        allowed named      | 401 | has not asked with cookies",
        "        allowed       same |     | names no other origin",
        "        allowed            |     | names no other origin",
        "                named same | 401 | has not asked with cookies",
        "                named      | 401 | has not asked with cookies",
        "                      same |     | names no other origin",
        "none                       |     | names no other origin"
      })
  void switches_decideWhatThePageGets(String on, @Nullable String status, String why) {
    String told = status == null ? NOTHING : GOT + status;
    open(on);

    assertThat(given("GET", told)).contains(told, why);
  }

  @Test
  @Tag("X11")
  void page_writesIfAllRulesAreKept() {
    String before = orders();
    for (String on : List.of("include named same", "allowed named same", "include allowed same")) {
      open(on);
      String told = on.contains("include") ? NOTHING : GOT + 401;
      assertThat(given("POST", told)).contains(told);
    }
    assertThat(orders()).isEqualTo(before);

    open("include allowed named same");
    assertThat(given("POST", GOT + 201)).contains(GOT + 201, "umbrella");
    assertThat(orders()).isNotEqualTo(before);
  }

  /** A strict policy: only what it names itself runs, and only the demo is asked. */
  @Test
  void page_hasAPolicy_thatLetsItAskTheDemoAlone() {
    open("include allowed named same");

    assertThat(browser.fetch(AnotherDoor.origin(Site.EVIL) + "/api/public", Map.of()))
        .isEqualTo("TypeError");
    assertThat(browser.fetch(demo + "/api/shared/orders", Map.of("credentials", "include")))
        .startsWith("cors 200");
    assertThat(
            browser.run(
                "const script = document.createElement('script');"
                    + "script.textContent = 'window.hasRun = true';"
                    + "document.head.append(script);"
                    + "return window.hasRun ?? 'not run';"))
        .isEqualTo("not run");
  }

  /** Each switch has a name for who does not see it, and the keyboard alone is enough. */
  @Test
  void switches_haveNames_andCanBeReachedByKeyboard() {
    open("include allowed named same");

    assertThat(
            browser.run(
                "return [...document.querySelectorAll('input, button')].every("
                    + "(control) => (control.labels?.[0] ?? control).textContent.trim() !== ''"
                    + " && control.tabIndex === 0)"))
        .isEqualTo("true");
  }
}

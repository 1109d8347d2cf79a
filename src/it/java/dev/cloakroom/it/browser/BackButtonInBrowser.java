package dev.cloakroom.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.browser.Browser.ThirdPartyCookies;
import dev.cloakroom.it.process.ServerProcess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the back button shows after a logout: neither what the browser has stored nor a page that it
 * still has in memory. It asks nobody for the latter.
 */
@InBrowser
class BackButtonInBrowser {
  private static final String BALANCE = "balance of " + Bank.CALLER;
  private static final String GUARDED = "declared/account";

  /** Of a resource's rule, and without a word about caching. */
  private static final String UNSTORED = "api/account";

  private static final String LOGOUT = "return fetch(arguments[0], {method: 'POST'})";

  private final Browser browser;
  private final Bank bank;

  BackButtonInBrowser(ServerProcess process, Browsers browsers) {
    browser = browsers.fresh(ThirdPartyCookies.BLOCKED);
    bank = Bank.of(process.server(), BankWars.LAX);
    bank.logIn(browser);
  }

  @ParameterizedTest
  @ValueSource(strings = {GUARDED, UNSTORED})
  void whileLoggedIn_itShowsThePage(String page) {
    browser.open(bank.url(page)).open(bank.url("login.html")).goBack();

    assertThat(browser.textWith(BALANCE)).contains(BALANCE);
  }

  @Test
  @Tag("X13")
  void afterALogoutByTheFormOfThePage_itShowsTheLoginPage() {
    browser.open(bank.url(GUARDED)).send();
    assertThat(browser.textWith("Log in")).contains("Log in");
    browser.goBack();

    assertThat(browser.textWith("Log in")).contains("Log in").doesNotContain(BALANCE);
  }

  @ParameterizedTest
  @ValueSource(strings = {GUARDED, UNSTORED})
  @Tag("X13")
  void afterALogoutByAScript_itShowsTheLoginPage(String page) {
    browser.open(bank.url(page)).open(bank.url("login.html"));
    browser.run(LOGOUT, bank.url("auth/logout"));
    browser.goBack();

    assertThat(browser.textWith("Log in")).contains("Log in").doesNotContain(BALANCE);
  }

  @Test
  @Tag("X13")
  void afterALogoutInAnotherTab_itShowsTheLoginPage() {
    String first = browser.open(bank.url(GUARDED)).open(bank.url("login.html")).tab();
    browser.openTab();
    browser.open(bank.url(GUARDED)).send();
    assertThat(browser.textWith("Log in")).contains("Log in");
    browser.turnTo(first).goBack();

    assertThat(browser.textWith("Log in")).contains("Log in").doesNotContain(BALANCE);
  }
}

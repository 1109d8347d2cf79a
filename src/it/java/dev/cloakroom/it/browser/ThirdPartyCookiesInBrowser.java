package dev.cloakroom.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.browser.Browser.ThirdPartyCookies;
import dev.cloakroom.it.process.ServerProcess;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A cookie with {@code SameSite=None}, and a user who has their browser block it elsewhere. */
@InBrowser
class ThirdPartyCookiesInBrowser {
  private static final String READ = "read by " + Bank.CALLER;

  private final ServerProcess process;
  private final Browsers browsers;

  ThirdPartyCookiesInBrowser(ServerProcess process, Browsers browsers) {
    this.process = process;
    this.browsers = browsers;
  }

  @ParameterizedTest
  @CsvSource({
    "ALLOWED, FETCH,        GET 200 with cookie",
    "ALLOWED, OPAQUE_FETCH, GET 200 with cookie",
    "ALLOWED, FRAME,        GET 200 with cookie",
    "BLOCKED, FETCH,        GET 401 without cookie",
    "BLOCKED, OPAQUE_FETCH, GET 401 without cookie",
    "BLOCKED, FRAME,        GET 303 without cookie",
    "BLOCKED, POPUP,        GET 200 with cookie"
  })
  void read_ofAnotherSite_isTheVisitorsIfTheyAllowIt(
      ThirdPartyCookies cookies, Read way, String answered) throws InterruptedException {
    Browser browser = browsers.fresh(cookies);
    Bank bank = Bank.of(process.server(), BankWars.NONE);
    bank.logIn(browser);
    String asked = bank.marked("api/account");
    String own = bank.marked("api/account");

    browser.open(OtherSites.page(Site.EVIL));
    assertThat(way.run(browser, asked)).isEqualTo("hidden");
    assertThat(bank.journal(asked)).contains(answered);

    browser.open(bank.url("login.html"));
    way.run(browser, own);
    assertThat(bank.journal(own)).containsExactly(READ, "GET 200 with cookie");
  }
}

package dev.cloakroom.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.browser.Browser.ThirdPartyCookies;
import dev.cloakroom.it.process.ServerProcess;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A cookie with {@code SameSite=None}, and a user who has their browser block it elsewhere. */
@InBrowser
class ThirdPartyCookiesInBrowser {
  private static final String READ = "read by " + Bank.CALLER;
  private static final Map<String, Object> READING = Map.of("credentials", "include");
  private static final Map<String, Object> LOGIN =
      Map.of(
          "method",
          "POST",
          "credentials",
          "include",
          "headers",
          Map.of("Content-Type", "application/x-www-form-urlencoded"),
          "body",
          "username=" + Bank.CALLER + "&password=pw-" + Bank.CALLER);

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

  /** A login of the application's own page, in a frame of a page of another site. */
  @ParameterizedTest
  @CsvSource({"apart, basic 200", "cors-none, basic 401"})
  @Tag("C2")
  void loginInAFrame_lastsIfTheCookieIsKeptApart(String war, String read) {
    Browser browser = browsers.fresh(ThirdPartyCookies.BLOCKED);
    Bank bank = Bank.of(process.server(), war);
    inFrame(browser, Site.FRIEND, bank);

    assertThat(browser.fetch(bank.url("api/account"), READING)).startsWith("basic 401");
    assertThat(browser.fetch(bank.url("auth/login"), LOGIN)).startsWith("basic 200");
    assertThat(browser.fetch(bank.url("api/account"), READING)).startsWith(read);

    browser.open(bank.url("login.html"));
    assertThat(browser.fetch(bank.url("api/account"), READING)).startsWith("basic 401");
  }

  /** What a browser shows in its place is of no origin. */
  @Test
  @Tag("X12")
  void page_isInNoFrameOfASiteThatIsNotNamed() {
    Browser browser = browsers.fresh(ThirdPartyCookies.ALLOWED);
    Bank bank = Bank.of(process.server(), "cors-none");

    inFrame(browser, Site.EVIL, bank);
    assertThat(browser.fetch(bank.url("api/account"), READING)).isEqualTo("TypeError");
    inFrame(browser, Site.FRIEND, bank);
    assertThat(browser.fetch(bank.url("api/account"), READING)).startsWith("basic 401");
  }

  private static void inFrame(Browser browser, Site site, Bank bank) {
    browser.open(OtherSites.page(site));
    Read.FRAME.run(browser, bank.url("login.html"));
    browser.turnToFrame();
  }

  /** A login by a page of another site, which the application allows. */
  @ParameterizedTest
  @CsvSource({"apart, cors 200", "cors-none, cors 401"})
  @Tag("C2")
  void loginByAPageOfAnotherSite_lastsIfTheCookieIsKeptApart(String war, String read) {
    Browser browser = browsers.fresh(ThirdPartyCookies.BLOCKED);
    Bank bank = Bank.of(process.server(), war);
    browser.open(OtherSites.page(Site.FRIEND));

    assertThat(browser.fetch(bank.url("auth/login"), LOGIN)).startsWith("cors 200");
    assertThat(browser.fetch(bank.url("api/account"), READING)).startsWith(read);

    browser.open(bank.url("login.html"));
    assertThat(browser.fetch(bank.url("api/account"), READING)).startsWith("basic 401");
  }
}

package dev.cloakroom.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.browser.Browser.ThirdPartyCookies;
import dev.cloakroom.it.process.ServerProcess;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The four rules by which a page of another site may act for its visitor: the script asks with
 * {@code credentials: "include"}, the server allows credentials, and that very origin, and the
 * cookie is {@code SameSite=None; Secure}. One that is broken is enough.
 */
@InBrowser
class CorsRulesInBrowser {
  private static final String ACCOUNT = "api/account";

  private final ServerProcess process;
  private final Browsers browsers;

  CorsRulesInBrowser(ServerProcess process, Browsers browsers) {
    this.process = process;
    this.browsers = browsers;
  }

  private Browser at(Bank bank, Site site, ThirdPartyCookies cookies) {
    Browser browser = browsers.fresh(cookies);
    bank.logIn(browser);
    return browser.open(OtherSites.page(site));
  }

  private static Map<String, Object> reading(String credentials) {
    return Map.of("credentials", credentials);
  }

  /** With a header that has the browser ask first. */
  private static Map<String, Object> writing(String credentials) {
    return Map.of(
        "method",
        "POST",
        "credentials",
        credentials,
        "headers",
        Map.of("X-Wish", "pay"),
        "body",
        "1");
  }

  @ParameterizedTest
  @CsvSource({
    "include, cors-none,       FRIEND, cors 200 <p>balance of user-ann, GET 200 with cookie",
    "include, cors-none,       EVIL,   TypeError,                       GET 200 with cookie",
    "include, cors-none-plain, FRIEND, TypeError,                       GET 200 with cookie",
    "include, cors-none-plain, EVIL,   TypeError,                       GET 200 with cookie",
    "include, cors-lax,        FRIEND, cors 401,                        GET 401 without cookie",
    "include, cors-lax,        EVIL,   TypeError,                       GET 401 without cookie",
    "include, cors-lax-plain,  FRIEND, TypeError,                       GET 401 without cookie",
    "include, cors-lax-plain,  EVIL,   TypeError,                       GET 401 without cookie",
    "omit,    cors-none,       FRIEND, cors 401,                        GET 401 without cookie",
    "omit,    cors-none,       EVIL,   TypeError,                       GET 401 without cookie",
    "omit,    cors-none-plain, FRIEND, cors 401,                        GET 401 without cookie",
    "omit,    cors-none-plain, EVIL,   TypeError,                       GET 401 without cookie",
    "omit,    cors-lax,        FRIEND, cors 401,                        GET 401 without cookie",
    "omit,    cors-lax,        EVIL,   TypeError,                       GET 401 without cookie",
    "omit,    cors-lax-plain,  FRIEND, cors 401,                        GET 401 without cookie",
    "omit,    cors-lax-plain,  EVIL,   TypeError,                       GET 401 without cookie"
  })
  @Tag("X8")
  @Tag("X9")
  void read_isTheVisitorsIfAllRulesAreKept(
      String credentials, String war, Site site, String given, String answered)
      throws InterruptedException {
    Bank bank = Bank.of(process.server(), war);
    Browser browser = at(bank, site, ThirdPartyCookies.ALLOWED);
    String asked = bank.marked(ACCOUNT);

    assertThat(browser.fetch(asked, reading(credentials))).startsWith(given);
    assertThat(bank.journal(asked)).contains(answered);
  }

  @ParameterizedTest
  @CsvSource({
    "include, cors-none,       FRIEND, cors 200 <p>paid by user-ann, POST 200 with cookie",
    "include, cors-none,       EVIL,   TypeError,",
    "include, cors-none-plain, FRIEND, TypeError,",
    "include, cors-none-plain, EVIL,   TypeError,",
    "include, cors-lax,        FRIEND, cors 401,                     POST 401 without cookie",
    "include, cors-lax,        EVIL,   TypeError,",
    "include, cors-lax-plain,  FRIEND, TypeError,",
    "include, cors-lax-plain,  EVIL,   TypeError,",
    "omit,    cors-none,       FRIEND, cors 401,                     POST 401 without cookie",
    "omit,    cors-none,       EVIL,   TypeError,",
    "omit,    cors-none-plain, FRIEND, cors 401,                     POST 401 without cookie",
    "omit,    cors-none-plain, EVIL,   TypeError,",
    "omit,    cors-lax,        FRIEND, cors 401,                     POST 401 without cookie",
    "omit,    cors-lax,        EVIL,   TypeError,",
    "omit,    cors-lax-plain,  FRIEND, cors 401,                     POST 401 without cookie",
    "omit,    cors-lax-plain,  EVIL,   TypeError,"
  })
  @Tag("X2")
  @Tag("X11")
  void write_isTheVisitorsIfAllRulesAreKept(
      String credentials, String war, Site site, String given, @Nullable String answered)
      throws InterruptedException {
    Bank bank = Bank.of(process.server(), war);
    Browser browser = at(bank, site, ThirdPartyCookies.ALLOWED);
    String asked = bank.marked(ACCOUNT);

    assertThat(browser.fetch(asked, writing(credentials))).startsWith(given);
    if (answered == null) {
      assertThat(bank.journalSoFar(asked)).noneMatch(line -> line.contains("POST"));
    } else {
      assertThat(bank.journal(asked)).contains(answered);
    }
  }

  /** A rule that is the user's to break. */
  @Test
  void thirdPartyCookies_thatAreBlocked_areAFifthRule() throws InterruptedException {
    Bank bank = Bank.of(process.server(), "cors-none");
    Browser browser = at(bank, Site.FRIEND, ThirdPartyCookies.BLOCKED);
    String asked = bank.marked(ACCOUNT);

    assertThat(browser.fetch(asked, reading("include"))).startsWith("cors 401");
    assertThat(bank.journal(asked)).containsExactly("GET 401 without cookie");
  }
}

package dev.cloakroom.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.browser.Browser.ThirdPartyCookies;
import dev.cloakroom.it.process.ServerProcess;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a page of a subdomain can do, which somebody else may have: the browser takes it for the
 * same site and sends it all cookies, those with {@code SameSite=Strict} too.
 */
@InBrowser
class SubdomainInBrowser {
  private static final String BESIDE = OtherSites.page(Site.SUBDOMAIN);
  private static final String ACCOUNT = "api/account";
  private static final String BALANCE = "balance of " + Bank.CALLER;

  private final ServerProcess process;
  private final Browser browser;

  SubdomainInBrowser(ServerProcess process, Browsers browsers) {
    this.process = process;
    this.browser = browsers.fresh(ThirdPartyCookies.BLOCKED);
  }

  private Bank loggedInAt(String war) {
    Bank bank = Bank.of(process.server(), war);
    bank.logIn(browser);
    return bank;
  }

  @ParameterizedTest
  @EnumSource
  @Tag("X1")
  @Tag("X5")
  @Tag("X7")
  void write_withAStrictCookie_isRefused(Write way) throws InterruptedException {
    Bank bank = loggedInAt(BankWars.STRICT);
    String attacked = bank.marked(ACCOUNT);
    String own = bank.marked(ACCOUNT);

    browser.open(BESIDE);
    way.run(browser, attacked);
    assertThat(bank.journal(attacked)).containsExactly("POST 403 with cookie");

    browser.open(bank.url("login.html"));
    way.run(browser, own);
    assertThat(bank.journal(own)).containsExactly("paid by " + Bank.CALLER, "POST 200 with cookie");
  }

  @Test
  @Tag("X3")
  void link_isFollowedWithAStrictCookie() throws InterruptedException {
    Bank bank = loggedInAt(BankWars.STRICT);
    String linked = bank.marked(ACCOUNT);

    browser.open(BESIDE);
    browser.run("location.href = arguments[0]", linked);
    assertThat(bank.journal(linked))
        .containsExactly("read by " + Bank.CALLER, "GET 200 with cookie");
    assertThat(browser.textWith("balance")).contains(BALANCE);
  }

  /** The prefix has the browser take the cookie from the host alone. */
  @Test
  @Tag("C1")
  void cookieOfTheName_fromASubdomain_isNotTaken() {
    Bank bank = loggedInAt(BankWars.LAX);

    toss("__Host-sid", "/");
    toss("__Host-sid", "/bank/api");
    assertThat(browser.open(bank.url(ACCOUNT)).text()).contains(BALANCE);
  }

  /** A cookie that subdomains share, one of them can put another beside. It is nobody's then. */
  @Test
  @Tag("C7")
  void cookieOfTheName_thatSubdomainsShare_isRefused() {
    Bank bank = loggedInAt(BankWars.SHARED);
    assertThat(browser.open(bank.url(ACCOUNT)).text()).contains(BALANCE);

    toss("__Secure-sid", "/shared/api");
    assertThat(browser.open(bank.url("login.html")).fetch(bank.url(ACCOUNT), Map.of()))
        .startsWith("basic 400")
        .contains("ambiguous-credentials");
  }

  private void toss(String name, String path) {
    browser
        .open(BESIDE)
        .run(
            "document.cookie = arguments[0]",
            "%s=%s.%s; Domain=%s; Path=%s; Secure"
                .formatted(name, "A".repeat(22), "A".repeat(43), Site.BANK.host(), path));
  }
}

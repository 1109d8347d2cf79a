package dev.cloakroom.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.browser.Browser.ThirdPartyCookies;
import dev.cloakroom.it.process.ServerProcess;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a page of another site can have a visitor's browser do. With {@code SameSite=Lax} the
 * browser keeps most of it from happening; with {@code None}, and a browser that blocks nothing,
 * Cloakroom is alone.
 */
@InBrowser
class CrossSiteInBrowser {
  private static final String ELSEWHERE = OtherSites.page(Site.EVIL);
  private static final String ACCOUNT = "api/account";
  private static final String[] DONE = {"paid by " + Bank.CALLER, "POST 200 with cookie"};
  private static final String[] READ = {"read by " + Bank.CALLER, "GET 200 with cookie"};

  private final ServerProcess process;
  private final Browser browser;

  CrossSiteInBrowser(ServerProcess process, Browsers browsers) {
    this.process = process;
    this.browser = browsers.fresh(ThirdPartyCookies.ALLOWED);
  }

  private Bank loggedInAt(String war) {
    Bank bank = Bank.of(process.server(), war);
    bank.logIn(browser);
    return bank;
  }

  /** Does it twice: on the other site's page, then on the application's own. */
  private void write(Write way, String war, String refusal) throws InterruptedException {
    Bank bank = loggedInAt(war);
    String attacked = bank.marked(ACCOUNT);
    String own = bank.marked(ACCOUNT);

    browser.open(ELSEWHERE);
    way.run(browser, attacked);
    assertThat(bank.journal(attacked)).containsExactly(refusal);

    browser.open(bank.url("login.html"));
    way.run(browser, own);
    assertThat(bank.journal(own)).containsExactly(DONE);
  }

  @ParameterizedTest
  @EnumSource
  @Tag("X1")
  @Tag("X7")
  void write_withoutTheCookie_isNobodys(Write way) throws InterruptedException {
    write(way, BankWars.LAX, "POST " + way.answerToNobody() + " without cookie");
  }

  @ParameterizedTest
  @EnumSource
  @Tag("X1")
  @Tag("X5")
  @Tag("X7")
  void write_withTheCookie_isRefused(Write way) throws InterruptedException {
    write(way, BankWars.NONE, "POST 403 with cookie");
  }

  /** What it reads is kept from its script; that it was asked for is not. */
  @ParameterizedTest
  @CsvSource({"FETCH", "OPAQUE_FETCH", "FRAME", "PREFETCH"})
  void read_withoutTheCookie_isNobodys(Read way) throws InterruptedException {
    Bank bank = loggedInAt(BankWars.LAX);
    String attacked = bank.marked(ACCOUNT);

    browser.open(ELSEWHERE);
    assertThat(way.run(browser, attacked)).isEqualTo("hidden");
    assertThat(bank.journal(attacked))
        .containsExactly("GET " + way.answerToNobody() + " without cookie");
    assertReadByItsOwn(bank, way);
  }

  @ParameterizedTest
  @CsvSource({"FETCH", "OPAQUE_FETCH", "FRAME", "POPUP", "PREFETCH"})
  void read_withTheCookie_isKeptFromTheScript(Read way) throws InterruptedException {
    Bank bank = loggedInAt(BankWars.NONE);
    String attacked = bank.marked(ACCOUNT);

    browser.open(ELSEWHERE);
    assertThat(way.run(browser, attacked)).isEqualTo("hidden");
    assertThat(bank.journal(attacked)).containsExactly(READ);
    assertReadByItsOwn(bank, way);
  }

  private void assertReadByItsOwn(Bank bank, Read way) throws InterruptedException {
    String own = bank.marked(ACCOUNT);
    browser.open(bank.url("login.html"));
    String learned = way == Read.PREFETCH ? "hidden" : "balance of " + Bank.CALLER;
    assertThat(way.run(browser, own)).contains(learned);
    assertThat(bank.journal(own)).containsExactly(READ);
  }

  @Test
  @Tag("X3")
  void link_isFollowedWithTheCookie_butNotWithAStrictOne() throws InterruptedException {
    assertLinked(BankWars.LAX, READ);
    assertLinked(BankWars.STRICT, "GET 303 without cookie");
  }

  private void assertLinked(String war, String... noted) throws InterruptedException {
    Bank bank = loggedInAt(war);
    String linked = bank.marked(ACCOUNT);
    browser.open(ELSEWHERE);
    browser.run("location.href = arguments[0]", linked);
    assertThat(bank.journal(linked)).containsExactly(noted);
  }

  @Test
  void popup_showsTheVisitorTheirs_andItsOpenerNothing() throws InterruptedException {
    Bank bank = loggedInAt(BankWars.LAX);
    String opened = bank.marked(ACCOUNT);

    browser.open(ELSEWHERE);
    assertThat(Read.POPUP.run(browser, opened)).isEqualTo("hidden");
    assertThat(bank.journal(opened)).containsExactly(READ);
    assertThat(browser.turnToPopup().textWith("balance")).contains("balance of " + Bank.CALLER);
  }

  @Test
  void frame_withoutTheCookie_showsTheVisitorNothing() throws InterruptedException {
    Bank bank = loggedInAt(BankWars.LAX);
    String framed = bank.marked(ACCOUNT);

    browser.open(ELSEWHERE);
    Read.FRAME.run(browser, framed);
    assertThat(browser.textOfFrame()).doesNotContain("balance");

    browser.open(bank.url("login.html"));
    Read.FRAME.run(browser, bank.marked(ACCOUNT));
    assertThat(browser.textOfFrame()).contains("balance of " + Bank.CALLER);
  }

  @Test
  void image_withoutTheCookie_isBroken() throws InterruptedException {
    Bank bank = loggedInAt(BankWars.LAX);
    String attacked = bank.marked(ACCOUNT + "/image");

    browser.open(ELSEWHERE);
    assertThat(Read.IMAGE.run(browser, attacked)).isEqualTo("hidden");
    assertThat(bank.journal(attacked)).containsExactly("GET 401 without cookie");

    browser.open(bank.url("login.html"));
    assertThat(Read.IMAGE.run(browser, bank.marked(ACCOUNT + "/image"))).isEqualTo("7 wide");
  }

  @ParameterizedTest
  @CsvSource({"bank", "none"})
  @Tag("X1")
  @Tag("X5")
  void socket_isNotOpened(String war) {
    Bank bank = loggedInAt(war);
    String attacked = bank.marked("declared/line");

    browser.open(ELSEWHERE);
    assertThat(Read.SOCKET.run(browser, attacked)).isEqualTo("hidden");
    assertThat(bank.journalSoFar(attacked)).doesNotContain("opened by " + Bank.CALLER);

    String own = bank.marked("declared/line");
    browser.open(bank.url("login.html"));
    assertThat(Read.SOCKET.run(browser, own)).isEqualTo("balance of " + Bank.CALLER);
    assertThat(bank.journalSoFar(own)).contains("opened by " + Bank.CALLER);
  }

  /** What is more than a form could send, the browser asks for first. */
  @Test
  @Tag("X2")
  void writeOfAScript_isNotSent() throws InterruptedException {
    Bank bank = loggedInAt(BankWars.NONE);
    Map<String, Object> options =
        Map.of(
            "method", "POST",
            "credentials", "include",
            "headers", Map.of("Content-Type", "application/json"),
            "body", "{}");
    String attacked = bank.marked(ACCOUNT);

    browser.open(ELSEWHERE);
    assertThat(browser.fetch(attacked, options)).isEqualTo("TypeError");
    assertThat(bank.journalSoFar(attacked)).noneMatch(line -> line.startsWith("POST"));

    String own = bank.marked(ACCOUNT);
    browser.open(bank.url("login.html"));
    assertThat(browser.fetch(own, options)).isEqualTo("basic 200 <p>paid by " + Bank.CALLER);
    assertThat(bank.journal(own)).containsExactly(DONE);
  }

  /** Who sends its own visitors elsewhere does not know where they are sent from there. */
  @ParameterizedTest
  @EnumSource
  @Tag("X5")
  void write_thatAnotherSiteLeadsBack_isRefused(Write way) throws InterruptedException {
    Bank bank = loggedInAt(BankWars.NONE);
    String attacked = bank.marked(ACCOUNT);

    browser.open(bank.url("login.html"));
    way.run(browser, OtherSites.redirect(Site.EVIL, 307, attacked));
    assertThat(bank.journal(attacked)).containsExactly("POST 403 with cookie");
  }

  @Test
  void link_thatAnotherSiteLeadsBack_isFollowed() throws InterruptedException {
    Bank bank = loggedInAt(BankWars.LAX);
    String linked = bank.marked(ACCOUNT);

    browser.open(bank.url("login.html"));
    browser.run("location.href = arguments[0]", OtherSites.redirect(Site.EVIL, 302, linked));
    assertThat(bank.journal(linked)).containsExactly(READ);
    assertThat(List.of(browser.textWith("balance"))).contains("balance of " + Bank.CALLER);
  }
}

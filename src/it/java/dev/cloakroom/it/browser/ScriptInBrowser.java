package dev.cloakroom.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.browser.Browser.ThirdPartyCookies;
import dev.cloakroom.it.process.ServerProcess;
import dev.cloakroom.readme.Readme;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The module {@code cloakroom.js} in the scripts of pages. */
@InBrowser
class ScriptInBrowser {
  private static final String LOG_IN = "await cloakroom.login('user-ann', 'pw-user-ann');";
  private static final String READ_BY_MANY =
      """
      const reads = Array.from({length: 20}, () => cloakroom.fetch(address));
      return (await Promise.all(reads)).map((answer) => answer.status).join() + " asked " + window.asked;
      """;
  private static final String ROUNDS =
      """
      let rounds = 0;
      for (let i = 0; i < 100; i++) {
        const out = new Promise((heard) => cloakroom.events.addEventListener("logout", heard, {once: true}));
        await cloakroom.login("user-ann", "pw-user-ann");
        await out;
        rounds += (await fetch(address)).status === 401;
      }
      return `${rounds} logged out`;
      """;

  private final Browser browser;
  private final ServerProcess process;

  ScriptInBrowser(ServerProcess process, Browsers browsers) {
    this.browser = browsers.fresh(ThirdPartyCookies.BLOCKED);
    this.process = process;
  }

  private Bank open(String war) {
    return Bank.of(process.server(), war).shownIn(browser);
  }

  @ParameterizedTest
  @ValueSource(strings = {BankWars.LAX, BankWars.TOKENS})
  void loginAndLogout_areWhatTheSessionSays(String war) {
    Bank bank = open(war);

    assertThat(
            bank.account(
                browser,
                """
                const name = async () => (await cloakroom.session())?.user.name ?? "nobody";
                const names = [await name()];
                names.push((await cloakroom.login("user-ann", "pw-user-ann")).user.name, await name());
                await cloakroom.logout();
                return [...names, await name()].join();
                """))
        .isEqualTo("nobody,user-ann,user-ann,nobody");
  }

  @Test
  void wrongPassword_isARefusal_andNobodyIsLoggedIn() {
    Bank bank = open(BankWars.LAX);

    assertThat(
            bank.account(
                browser,
                """
                return cloakroom.login("user-ann", "wrong").catch(async (refusal) =>
                  [refusal instanceof cloakroom.Refusal, refusal.status, refusal.reason, refusal.message,
                   await cloakroom.session()].join("|"));
                """))
        .isEqualTo("true|401|invalid-credentials|The name or the password is wrong.|");
  }

  @Test
  @Tag("X1")
  @Tag("X4")
  void requestThatChangesSomething_bringsItsToken_throughAnotherLogin() {
    Bank bank = open(BankWars.TOKENS);
    String twice =
        "return [(await fetch(address, {method: 'POST'})).status,"
            + " (await cloakroom.fetch(address, {method: 'POST', body: 'x=1'})).status].join();";

    assertThat(bank.account(browser, LOG_IN + twice)).isEqualTo("403,200");
    assertThat(bank.account(browser, LOG_IN + twice)).isEqualTo("403,200");
  }

  @Test
  @Tag("X4")
  void requestToAnotherOrigin_bringsNone() {
    Bank bank = open(BankWars.TOKENS);
    String told =
        """
        const sent = [];
        const real = globalThis.fetch;
        await cloakroom.fetch(address, {method: "POST"});
        globalThis.fetch = async (request) => {
          sent.push(request.headers.has("X-CSRF-Token"), request.credentials);
          return new Response();
        };
        await cloakroom.fetch(address, {method: "POST"});
        await cloakroom.fetch("https://evil.test/", {method: "POST"});
        globalThis.fetch = real;
        return sent.join();
        """;

    assertThat(bank.account(browser, LOG_IN + told)).isEqualTo("true,include,false,same-origin");
  }

  @Test
  void answersThatNeedALogin_askTheVisitorOnce_andAreRepeated() {
    Bank bank = open(BankWars.LAX);
    String asking =
        """
        window.asked = 0;
        cloakroom.onLoginNeeded(async ({reason, stepUp}) => {
          window.asked += 1;
          %s
          return %s;
        });
        """;

    assertThat(bank.account(browser, asking.formatted("", "false") + READ_BY_MANY))
        .isEqualTo("401" + ",401".repeat(19) + " asked 1");
    assertThat(bank.account(browser, asking.formatted(LOG_IN, "true") + READ_BY_MANY))
        .isEqualTo("200" + ",200".repeat(19) + " asked 1");
  }

  @Test
  @Tag("S13")
  void answerThatNeedsMore_saysWhatAndIsRepeatedOnceThatIsProven() {
    Bank bank = open(BankWars.LAX);
    String asking =
        """
        cloakroom.onLoginNeeded(async ({reason, stepUp}) => {
          window.told = `${reason} ${stepUp?.acrValues} ${stepUp?.maxAge}`;
          return %s;
        });
        const answer = await cloakroom.fetch(address + "/limits");
        return `${window.told}: ${answer.status}`;
        """;
    String proven = "(await fetch(address + '/proof', {method: 'POST'})).ok";

    assertThat(bank.account(browser, LOG_IN + asking.formatted("false")))
        .isEqualTo("step-up-required 2 null: 401");
    assertThat(bank.account(browser, asking.formatted(proven)))
        .isEqualTo("step-up-required 2 null: 200");
  }

  @Test
  void visitorWhoIsAsked_mayLogInByAnotherTab() {
    Bank bank = open(BankWars.LAX);
    String first = browser.tab();
    bank.account(
        browser,
        """
        window.aborted = false;
        cloakroom.onLoginNeeded(({signal}) => {
          signal.addEventListener("abort", () => (window.aborted = true));
          return new Promise(() => {});
        });
        window.read = cloakroom.fetch(address);
        """);
    browser.openTab();
    open(BankWars.LAX);
    bank.account(browser, LOG_IN);

    browser.turnTo(first);
    assertThat(bank.account(browser, "return [(await window.read).status, window.aborted].join();"))
        .isEqualTo("200,true");
  }

  /** One tab logs in, the other hears it, reads, and logs out, which the first one hears. */
  @Test
  void twoTabs_throughAThousandRounds_areOfOneMind() {
    Bank bank = open(BankWars.LAX);
    String first = browser.tab();
    browser.openTab();
    open(BankWars.LAX);
    bank.account(
        browser,
        """
        window.heard = [];
        cloakroom.events.addEventListener("login", async ({detail}) => {
          window.heard.push(`${detail.user.name} ${(await cloakroom.fetch(address)).status}`);
          await cloakroom.logout();
        });
        """);
    String second = browser.tab();

    browser.turnTo(first);
    for (int i = 0; i < 10; i++) {
      assertThat(bank.account(browser, ROUNDS)).isEqualTo("100 logged out");
    }
    browser.turnTo(second);
    assertThat(
            bank.account(browser, "return `${window.heard.length} ${[...new Set(window.heard)]}`;"))
        .isEqualTo("1000 user-ann 200");
  }

  /** The README's lines, in a page that has the dialog and the list that they speak of. */
  @Test
  void example_ofTheReadme_asksAndShows() throws IOException {
    Bank bank = open(BankWars.LAX);
    String example =
        Readme.blocks("js")
            .get(0)
            .replace("/api/cloakroom.js", bank.url("auth/cloakroom.js"))
            .replace("/api/orders", bank.url("api/account"));

    bank.account(
        browser,
        """
        window.loginDialog = async () => { %s return true; };
        window.show = (text) => (document.body.textContent = text);
        """
            .formatted(LOG_IN));
    browser.run(
        """
        const script = document.createElement("script");
        script.type = "module";
        script.textContent = arguments[0];
        document.head.append(script);
        """,
        example);

    assertThat(browser.textWith("balance")).contains("balance of user-ann");
    bank.account(browser, "await cloakroom.logout();");
    assertThat(browser.textWith("logged out")).contains("You are logged out.");
  }
}

package dev.cloakroom.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.browser.Browser.ThirdPartyCookies;
import dev.cloakroom.it.process.ServerProcess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the module {@code cloakroom.js} does while a page asks its visitor, and after that. */
@InBrowser
class PromptsInBrowser {
  private static final String LOG_IN = "await cloakroom.login('user-ann', 'pw-user-ann');";

  private final Browser browser;
  private final ServerProcess process;

  PromptsInBrowser(ServerProcess process, Browsers browsers) {
    this.browser = browsers.fresh(ThirdPartyCookies.BLOCKED);
    this.process = process;
  }

  private Bank open(String war) {
    return Bank.of(process.server(), war).shownIn(browser);
  }

  /** By the other one it would wait for itself, for good. */
  @ParameterizedTest
  @Tag("S13")
  @CsvSource({"false, 401|401|1", "true, 200|204|1"})
  void fetchThatAPromptIsGiven_bringsItsToken_andAsksNobody(boolean loggedIn, String told) {
    Bank bank = open(BankWars.TOKENS);
    String proving =
        """
        window.asked = 0;
        cloakroom.onLoginNeeded(async ({fetch}) => {
          window.asked += 1;
          const proof = await fetch(address + "/proof", {method: "POST"});
          window.told = proof.status;
          return proof.ok;
        });
        return [(await cloakroom.fetch(address + "/limits")).status, window.told, window.asked].join("|");
        """;

    assertThat(bank.account(browser, (loggedIn ? LOG_IN : "") + proving)).isEqualTo(told);
  }

  @ParameterizedTest
  @Tag("S13")
  @CsvSource({"true, 200 false.true", "false, 401 false.true"})
  void loginThatMustThenProveMore_isAskedForThat_once(boolean proves, String told) {
    Bank bank = open(BankWars.LAX);
    String proof = "await fetch(address + '/proof', {method: 'POST'})";
    String asking =
        """
        const told = [];
        cloakroom.onLoginNeeded(async ({stepUp, fetch}) => {
          told.push(Boolean(stepUp));
          if (!stepUp) {
            %s
          } else {
            %s;
          }
          return true;
        });
        return `${(await cloakroom.fetch(address + "/limits")).status} ${told.join(".")}`;
        """
            .formatted(LOG_IN, proves ? proof : "");

    assertThat(bank.account(browser, asking)).isEqualTo(told);
  }

  /** Twin: the same visitor. */
  @ParameterizedTest
  @Tag("X1")
  @CsvSource({"user-bob, 401", "user-ann, 200"})
  void requestOfOneVisitor_isNotRepeatedAsAnother(String next, String status) {
    Bank bank = open(BankWars.LAX);
    String first = browser.tab();
    bank.account(
        browser,
        LOG_IN
            + """
            await fetch(address.replace("api/account", "auth/logout"), {method: "POST"});
            cloakroom.onLoginNeeded(() => new Promise(() => {}));
            window.read = cloakroom.fetch(address);
            """);
    browser.openTab();
    open(BankWars.LAX);
    bank.account(browser, "await cloakroom.login('%1$s', 'pw-%1$s');".formatted(next));

    browser.turnTo(first);
    assertThat(bank.account(browser, "return (await window.read).status;")).isEqualTo(status);
  }

  /** What a late answer says of who has logged out meanwhile is over. */
  @ParameterizedTest
  @Tag("X1")
  @CsvSource({"true, 200", "false, 401"})
  void requestOfNobody_isRepeatedAsWhoLogsIn(boolean logsOut, String status) {
    Bank bank = open(BankWars.LAX);
    String held =
        """
        const sending = window.fetch;
        let come, arrive;
        const came = new Promise((resolve) => (come = resolve));
        const held = new Promise((resolve) => (arrive = resolve));
        window.fetch = async (request) => {
          const answer = await sending(request);
          if (request.url.endsWith("/session")) {
            come();
            await held;
          }
          return answer;
        };
        const late = cloakroom.session();
        await came;
        %s
        arrive();
        const who = (await late).user.name;
        window.fetch = sending;
        await sending(address.replace("api/account", "auth/logout"), {method: "POST"});
        cloakroom.onLoginNeeded(() => cloakroom.login("user-bob", "pw-user-bob"));
        return `${who} ${(await cloakroom.fetch(address)).status}`;
        """
            .formatted(logsOut ? "await cloakroom.logout();" : "");

    assertThat(bank.account(browser, LOG_IN + held)).isEqualTo("user-ann " + status);
  }

  /** Both log in, read and log out as fast as they can. */
  @Test
  void twoTabs_atOnce_endOfOneMind() {
    Bank bank = open(BankWars.LAX);
    String racing =
        """
        window.heard = [];
        cloakroom.events.addEventListener("login", () => window.heard.push("login"));
        cloakroom.events.addEventListener("logout", () => window.heard.push("logout"));
        window.race = (async () => {
          const statuses = new Set();
          for (let i = 0; i < 100; i++) {
            await cloakroom.login("user-ann", "pw-user-ann");
            statuses.add((await cloakroom.fetch(address)).status);
            await cloakroom.logout();
          }
          return [...statuses].filter((status) => status !== 200 && status !== 401).length;
        })();
        """;
    String ended =
        """
        return window.race.then(async (others) => `${others} others, ${await cloakroom.session()}`);
        """;
    String said = "return window.heard.length + window.heard.at(-1);";
    String first = browser.tab();
    bank.account(browser, racing);
    String second = browser.openTab();
    open(BankWars.LAX);
    bank.account(browser, racing);

    bank.account(browser, "await window.race;");
    browser.turnTo(first);
    assertThat(bank.account(browser, ended)).isEqualTo("0 others, null");
    bank.account(browser, LOG_IN + "await cloakroom.logout();");
    assertThat(bank.account(browser, said)).endsWith("logout");
    browser.turnTo(second);
    assertThat(bank.account(browser, ended)).isEqualTo("0 others, null");
    assertThat(bank.account(browser, said)).endsWith("logout");
  }
}

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
    Bank bank = Bank.of(process.server(), war);
    browser.open(bank.url("login.html"));
    return bank;
  }

  private String account(Bank bank, String script) {
    return bank.run(browser, "api/account", script);
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

    assertThat(account(bank, (loggedIn ? LOG_IN : "") + proving)).isEqualTo(told);
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

    assertThat(account(bank, asking)).isEqualTo(told);
  }

  /** Twin: the same visitor. */
  @ParameterizedTest
  @Tag("X1")
  @CsvSource({"user-bob, 401", "user-ann, 200"})
  void requestOfOneVisitor_isNotRepeatedAsAnother(String next, String status) {
    Bank bank = open(BankWars.LAX);
    String first = browser.tab();
    account(
        bank,
        LOG_IN
            + """
            await fetch(address.replace("api/account", "auth/logout"), {method: "POST"});
            cloakroom.onLoginNeeded(() => new Promise(() => {}));
            window.read = cloakroom.fetch(address);
            """);
    browser.openTab();
    open(BankWars.LAX);
    account(bank, "await cloakroom.login('%1$s', 'pw-%1$s');".formatted(next));

    browser.turnTo(first);
    assertThat(account(bank, "return (await window.read).status;")).isEqualTo(status);
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
    account(bank, racing);
    String second = browser.openTab();
    open(BankWars.LAX);
    account(bank, racing);

    account(bank, "await window.race;");
    browser.turnTo(first);
    assertThat(account(bank, ended)).isEqualTo("0 others, null");
    account(bank, LOG_IN + "await cloakroom.logout();");
    assertThat(account(bank, said)).endsWith("logout");
    browser.turnTo(second);
    assertThat(account(bank, ended)).isEqualTo("0 others, null");
    assertThat(account(bank, said)).endsWith("logout");
  }
}

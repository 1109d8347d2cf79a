package dev.cloakroom.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.browser.Browser.ThirdPartyCookies;
import dev.cloakroom.it.process.ServerProcess;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One login in two tabs, and what is left of it after a logout. */
@InBrowser
class TabsInBrowser {
  private static final String BALANCE = "balance of " + Bank.CALLER;
  private static final String ACCOUNT = "declared/account";

  /** All at once, some of them on their way while the ticket is replaced. */
  private static final String ROTATED_UNDER_WAY =
      """
      const [account, rotation] = arguments;
      const reads = (many) => Array.from({length: many}, () => fetch(account));
      const asked = [...reads(8), fetch(rotation, {method: "POST"}), ...reads(8)];
      return Promise.all(asked).then((answers) => answers.map((one) => one.status).join());
      """;

  private final Browser browser;
  private final Bank bank;

  TabsInBrowser(ServerProcess process, Browsers browsers) {
    browser = browsers.fresh(ThirdPartyCookies.BLOCKED);
    bank = Bank.of(process.server(), BankWars.LAX);
  }

  @Test
  void rotation_inOneTab_isUnnoticedInBoth() {
    bank.logIn(browser);
    String first = browser.tab();
    String second = browser.openTab();
    browser.open(bank.url(ACCOUNT));

    for (int round = 0; round < 3; round++) {
      for (String tab : new String[] {first, second}) {
        assertThat(browser.turnTo(tab).run(ROTATED_UNDER_WAY, account(), rotation()))
            .isEqualTo("200" + ",200".repeat(16));
      }
    }
    assertThat(browser.turnTo(first).open(bank.url(ACCOUNT)).text()).contains(BALANCE);
  }

  private String account() {
    return bank.url("api/account");
  }

  private String rotation() {
    return bank.url("api/account/rotation");
  }

  @Test
  void login_inOneTab_isOneInTheOther() {
    browser.open(bank.url("login.html"));
    String first = browser.tab();
    assertThat(browser.fetch(account(), Map.of())).startsWith("basic 401");

    browser.openTab();
    bank.logIn(browser);

    assertThat(browser.turnTo(first).fetch(account(), Map.of())).contains(BALANCE);
  }

  @Test
  void logout_inOneTab_isOneInTheOther() {
    bank.logIn(browser);
    String first = browser.tab();
    browser.openTab();
    browser.open(bank.url(ACCOUNT)).send();
    assertThat(browser.textWith("Log in")).contains("Log in");
    assertThat(browser.fetch(account(), Map.of())).startsWith("basic 401");

    browser.turnTo(first);
    assertThat(browser.text()).as("shown since before").contains(BALANCE);
    assertThat(browser.fetch(account(), Map.of())).startsWith("basic 401");
    assertThat(browser.open(bank.url(ACCOUNT)).text()).doesNotContain(BALANCE);
  }
}

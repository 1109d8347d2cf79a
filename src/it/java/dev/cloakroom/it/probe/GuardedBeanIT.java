package dev.cloakroom.it.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.OnServer;
import dev.cloakroom.it.RunningServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CDI beans with {@code @RolesAllowed} and the like, called by what is open to everybody. */
@OnServer(ProbeDeployment.class)
@Tag("B4")
class GuardedBeanIT {
  private final EachCaller each;

  GuardedBeanIT(RunningServer server) {
    each = EachCaller.of(server);
  }

  @ParameterizedTest
  @CsvSource({
    "vault-users,   401, 200, 200",
    "vault-admins,  401, 403, 200",
    "vault-callers, 401, 200, 200",
    "vault-all,     200, 200, 200",
    "vault-nobody,  403, 403, 403",
    "annex-users,   401, 200, 200",
    "annex-admins,  401, 403, 200",
    "annex-nobody,  403, 403, 403",
    "drawer,        401, 403, 200"
  })
  void call_isAnsweredByCaller(String name, int nobody, int user, int admin) {
    EachCaller.Statuses statuses = new EachCaller.Statuses(nobody, user, admin);

    each.assertProblems(client -> client.get("call/" + name), statuses);
    each.assertProblems(client -> client.get("call-from-page/" + name), statuses);
    each.assertProblems(client -> client.get("api/call/" + name), statuses);
  }

  @Test
  void refusal_showsNothingOfThePageThatCalled() {
    String refusal = each.userByCookie().get("call-from-page/vault-admins").body();
    String page = each.adminByCookie().get("call-from-page/vault-admins").body();

    assertThat(refusal).startsWith("{").doesNotContain("half of a page", "Vault");
    assertThat(page).isEqualTo("<p>half of a pagefor administrators");
  }

  @Test
  void beanOfAContainerSession_keepsWhatIsInIt() {
    assertThat(each.adminByCookie().get("call/drawer").body()).isEqualTo("opened 1");
    assertThat(each.adminByCookie().get("call/drawer").body()).isEqualTo("opened 2");
  }
}

package dev.cloakroom.it.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.OnServer;
import dev.cloakroom.it.RunningServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Enterprise Beans, whose own container refuses, called by what is open to everybody. */
@OnServer(ProbeDeployment.class)
@Tag("B4")
class EnterpriseBeanIT {
  private final EachCaller each;

  EnterpriseBeanIT(RunningServer server) {
    each = EachCaller.of(server);
  }

  @ParameterizedTest
  @CsvSource({
    "ejb-users,  401, 200, 200",
    "ejb-admins, 401, 403, 200",
    "ejb-all,    200, 200, 200",
    "ejb-nobody, 401, 403, 403",
    "ejb-vault,  401, 403, 200"
  })
  void call_isAnsweredByCaller(String name, int nobody, int user, int admin) {
    EachCaller.Statuses statuses = new EachCaller.Statuses(nobody, user, admin);

    each.assertProblems(client -> client.get("call/" + name), statuses);
    each.assertProblems(client -> client.get("call-from-page/" + name), statuses);
    each.assertProblems(client -> client.get("api/call/" + name), statuses);
  }

  @Test
  void bean_knowsItsCallerAndTheirRoles() {
    for (String path : new String[] {"call/ejb-users", "api/call/ejb-users"}) {
      each.users().forEach(user -> assertThat(user.get(path).body()).isEqualTo("user-each false"));
      each.admins()
          .forEach(admin -> assertThat(admin.get(path).body()).isEqualTo("admin-each true"));
    }
  }
}

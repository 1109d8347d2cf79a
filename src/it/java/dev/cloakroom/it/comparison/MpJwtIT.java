package dev.cloakroom.it.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.RunningServer;
import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the MicroProfile JWT does that each server brings with it. */
@OnServerWith(ComparedWars.class)
class MpJwtIT {
  private static final String ORDERS = "api/orders";
  private final ProbeClient anybody;
  private final ProbeClient program;

  MpJwtIT(ServerProcess process) throws GeneralSecurityException {
    anybody = ProbeClient.over(process.server()).another("compared-token/");
    program = anybody.another().bearer(ForeignToken.of("user-token"));
  }

  /** WildFly's Jakarta REST calls a resource with {@code @RolesAllowed} for anybody. */
  private static void assertNotLoggedIn(HttpResponse<String> answer) {
    if (RunningServer.name().equals("wildfly")) {
      assertThat(answer.body()).endsWith(" nobody");
    } else {
      assertThat(answer.statusCode()).isEqualTo(401);
    }
  }

  @Test
  void visitor_isNobody_andNothingLogsThemIn() {
    ProbeClient visitor = anybody.another().header("Accept", "text/html");
    assertNotLoggedIn(visitor.get(ORDERS));

    visitor.post("j_security_check", Map.of("j_username", "user-x", "j_password", "pw-user-x"));

    assertNotLoggedIn(visitor.get(ORDERS));
  }

  /** Where the token came from is not this server's business; no cookie follows from it. */
  @Test
  void program_isKnownByATokenOfAnotherIssuer() {
    HttpResponse<String> answer = program.get(ORDERS);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("orders of user-token");
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    assertThat(anybody.another().bearer("a.b.c").get(ORDERS).statusCode()).isEqualTo(401);
  }

  /** Open Liberty remembers which token was logged out, on the server that was told. */
  @Test
  void logout_leavesTheTokenGood_notOnOpenLiberty() {
    assertThat(program.post(ORDERS + "/leave").body()).isEqualTo("good bye");

    assertThat(program.get(ORDERS).statusCode())
        .isEqualTo(RunningServer.name().equals("openliberty") ? 401 : 200);
  }

  @Test
  void foreignPage_hasNoTokenToSend() {
    ProbeClient page = anybody.another().header("Sec-Fetch-Site", "cross-site");

    assertNotLoggedIn(page.post(ORDERS));
    assertThat(program.post(ORDERS).body()).isEqualTo("ordered by user-token");
  }
}

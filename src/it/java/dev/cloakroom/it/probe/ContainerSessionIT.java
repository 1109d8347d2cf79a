package dev.cloakroom.it.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.OnServer;
import dev.cloakroom.it.RunningServer;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The container's own session: renamed at login, over at logout. */
@OnServer(ProbeDeployment.class)
class ContainerSessionIT {
  private static final String VISIT = "api/cookies/visit";
  private static final String CONTAINER_SESSION = "JSESSIONID";

  private final ProbeClient client;

  ContainerSessionIT(RunningServer server) {
    client = ProbeClient.over(server);
  }

  @Test
  @Tag("S3")
  void login_givesTheContainerSessionANewId_andKeepsWhatIsInIt() {
    assertThat(client.get(VISIT).body()).isEqualTo("1");
    String before = client.cookie(CONTAINER_SESSION);
    ProbeClient fixed = client.copy();

    client.login("user-session");

    assertThat(client.cookie(CONTAINER_SESSION)).isNotNull().isNotEqualTo(before);
    assertThat(client.get(VISIT).body()).isEqualTo("2");
    assertThat(fixed.get(VISIT).body()).as("the session under its old id").isEqualTo("1");
  }

  @Test
  void failedLogin_leavesTheContainerSessionAlone() {
    client.get(VISIT);
    String before = client.cookie(CONTAINER_SESSION);

    assertThat(client.login("user-session", "wrong").statusCode()).isEqualTo(401);

    assertThat(client.cookie(CONTAINER_SESSION)).isEqualTo(before);
    assertThat(client.get(VISIT).body()).isEqualTo("2");
  }

  @Test
  @Tag("S7")
  void logout_endsTheContainerSession() {
    client.login("user-session");
    client.get(VISIT);
    assertThat(client.get(VISIT).body()).isEqualTo("2");
    ProbeClient stale = client.copy();

    assertThat(client.post(ProbeClient.LOGOUT).statusCode()).isEqualTo(200);

    assertThat(stale.get(VISIT).body()).isEqualTo("1");
  }

  @Test
  @Tag("S14")
  void login_withoutAContainerSession_beginsNone() {
    client.login("user-session");

    assertThat(client.cookie(CONTAINER_SESSION)).isNull();
    assertThat(client.ticket()).isNotEmpty();
  }

  /** Not only by the client's own logout: what is left there is not for whoever comes next. */
  @Test
  @Tag("S10")
  void sessionEndedByAnAdministrator_endsTheContainerSession() {
    String id = client.login("user-session").getJsonObject("session").getString("id");
    client.get(VISIT);
    assertThat(client.get(VISIT).body()).isEqualTo("2");
    ProbeClient admin = client.another();
    admin.login("admin-session");

    admin.post("api/sessions/end", Map.of("id", id));
    client.get("api/public");

    assertThat(client.get(VISIT).body()).isEqualTo("1");
  }

  @Test
  @Tag("S3")
  void secondLogin_endsTheContainerSessionOfTheFirst() {
    client.login("user-session");
    client.get(VISIT);
    assertThat(client.get(VISIT).body()).isEqualTo("2");

    client.login("user-another");

    assertThat(client.get(VISIT).body()).isEqualTo("1");
  }
}

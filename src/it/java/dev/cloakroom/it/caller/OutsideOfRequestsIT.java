package dev.cloakroom.it.caller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where no request runs and nobody handed anything over, nobody is logged in, and nothing fails.
 */
@OnServerWith(CallerWars.class)
class OutsideOfRequestsIT {
  private static final String NOBODY = "nobody [] by nobody";

  private final ProbeClient nobody;

  OutsideOfRequestsIT(ServerProcess process) {
    nobody = ProbeClient.over(process.server()).another("caller/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "in/thread",
        "in/common-pool",
        "in/virtual-thread",
        "in/timer",
        "in/asynchronous-enterprise-bean",
        "api/later/stage/common-pool",
        "api/later/response/thread"
      })
  @Tag("B4")
  void caller_isNobody_whoeverStartedIt(String path) {
    ProbeClient admin = nobody.another();
    admin.login("admin-outside");
    assertThat(admin.get("in/request").body())
        .isEqualTo("admin-outside [user, admin, any] by nobody");

    assertThat(nobody.get(path).body()).isEqualTo(NOBODY);
    assertThat(admin.get(path).body()).isEqualTo(NOBODY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "thread",
        "common-pool",
        "virtual-thread",
        "timer",
        "asynchronous-enterprise-bean"
      })
  void everythingCanBeAsked(String place) {
    assertThat(nobody.get("in/" + place + "?ask=all").body()).isEqualTo("nobody true 0");
  }

  /** WELD-001413 otherwise: what is injected into them must be passivation capable. */
  @ParameterizedTest
  @ValueSource(strings = {"session", "conversation"})
  void beansThatMayBeWrittenDown_areInjectedWithAllThereIs(String diary) {
    ProbeClient user = nobody.another();
    user.login("user-writing");

    assertThat(nobody.get("diary/" + diary).statusCode()).isEqualTo(401);
    assertThat(user.get("diary/" + diary).body()).isEqualTo("user-writing 1 false true");
  }
}

package dev.cloakroom.it.caller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.RunningServer;
import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is handed to the server's executors and contextual proxies is done for who handed it. */
@OnServerWith(CallerWars.class)
class CallerOfTasksIT {
  private static final String NOBODY = "nobody [] by nobody";
  private static final int ROUNDS = 20;

  /**
   * The server's own executors and contextual proxies, by servers that take nothing of ours along.
   */
  private static final Map<String, Set<String>> LEFT_BEHIND =
      Map.of(
          "payara-micro",
          Set.of("proxy"),
          "openliberty",
          Set.of("executor", "executor-submit", "scheduler", "proxy", "asynchronous"));

  private final Set<String> leftBehind = LEFT_BEHIND.getOrDefault(RunningServer.name(), Set.of());

  private final ProbeClient nobody;
  private final ProbeClient user;
  private final ProbeClient admin;

  CallerOfTasksIT(ServerProcess process) {
    nobody = ProbeClient.over(process.server()).another("caller/");
    user = loggedIn("user-task");
    admin = loggedIn("admin-task");
  }

  private ProbeClient loggedIn(String name) {
    ProbeClient client = nobody.another();
    client.login(name);
    return client;
  }

  private static String told(ProbeClient client, String path) {
    return client.get(path).body();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "in/request",
        "in/defined-executor",
        "in/defined-scheduler",
        "in/defined-proxy",
        "in/defined-asynchronous",
        "api/later/stage/defined-executor",
        "api/later/response/defined-executor"
      })
  @Tag("B4")
  void task_isOfWhoHandedItOver_withTheirRoles(String path) {
    assertThat(told(nobody, path)).isEqualTo(NOBODY);
    assertThat(told(user, path)).isEqualTo("user-task [user, any] by nobody");
    assertThat(told(admin, path)).isEqualTo("admin-task [user, admin, any] by nobody");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"in/request", "in/defined-executor", "in/defined-scheduler", "in/defined-proxy"})
  void task_ofABearer_hasTheToken(String path) {
    String token = nobody.another().login("user-bearer").getString("accessToken");

    assertThat(told(nobody.another().bearer(token), path))
        .isEqualTo("user-bearer [user, any] by user-bearer with claims");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "in/defined-executor",
        "in/defined-scheduler",
        "in/defined-proxy",
        "in/defined-asynchronous"
      })
  @Tag("S7")
  void login_thatEndsWhileATaskRuns_countsThere(String path) {
    ProbeClient leaving = loggedIn("admin-leaving");

    assertThat(told(leaving, path + "?ending"))
        .isEqualTo("admin-leaving [user, admin, any] by nobody; " + NOBODY);
  }

  @Test
  @Tag("S7")
  void login_thatEndsBeforeATaskRuns_countsThere() {
    ProbeClient leaving = loggedIn("user-promising");
    leaving.post("promise");
    assertThat(told(nobody, "promise")).isEqualTo("user-promising [user, any] by nobody; ");

    leaving.post(ProbeClient.LOGOUT);

    assertThat(told(nobody, "promise")).isEqualTo(NOBODY + "; ");
  }

  @Test
  void proxy_calledByAnother_isOfWhoMadeIt_andTheOtherStaysWhoTheyAre() {
    user.post("promise");
    assertThat(told(admin, "promise")).isEqualTo("user-task [user, any] by nobody; admin-task");

    nobody.post("promise");
    assertThat(told(admin, "promise")).isEqualTo(NOBODY + "; admin-task");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"executor", "defined-executor", "defined-scheduler", "thread", "common-pool"})
  @Tag("X18")
  void thread_thatWorkedForOne_doesNotForTheNext(String place) {
    IntStream.range(0, ROUNDS)
        .forEach(
            round -> {
              told(admin, "in/" + place);
              assertThat(told(nobody, "in/" + place)).isEqualTo(NOBODY);
              assertThat(told(user, "in/" + place)).doesNotContain("admin");
              assertThat(told(nobody, "in/thread")).isEqualTo(NOBODY);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"request", "defined-executor", "defined-scheduler", "defined-proxy"})
  void everythingCanBeAsked_inATask(String place) {
    assertThat(told(user, "in/" + place + "?ask=all")).isEqualTo("user-task true 0");
    assertThat(told(nobody, "in/" + place + "?ask=all")).isEqualTo("nobody true 0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"executor", "executor-submit", "scheduler", "proxy", "asynchronous"})
  @Tag("B4")
  void taskOfTheServersOwnContext_isOfWhoHandedItOver_orOfNobody(String place) {
    assertThat(told(nobody, "in/" + place)).isEqualTo(NOBODY);
    assertThat(told(user, "in/" + place))
        .isEqualTo(leftBehind.contains(place) ? NOBODY : "user-task [user, any] by nobody");
    assertThat(told(admin, "in/" + place))
        .isEqualTo(leftBehind.contains(place) ? NOBODY : "admin-task [user, admin, any] by nobody");
  }

  @Test
  @Tag("B4")
  void proxyOfTheServersOwnContext_calledByAnother_opensNothingOfTheirs() {
    admin.post("promise?own");

    assertThat(told(user, "promise"))
        .isEqualTo(
            leftBehind.contains("proxy")
                ? "user-task [] by nobody; user-task"
                : "admin-task [user, admin, any] by nobody; user-task");
  }

  /** There is a server whose request goes by what the thread works for. */
  @ParameterizedTest
  @ValueSource(strings = {"promised-role", "api/promised-role"})
  @Tag("B4")
  void roleThatAProxyOfAnothersContextHasAskedFor_isNotTheRequests(String path) {
    admin.post(path);

    assertThat(told(user, path)).isEqualTo("false");
    assertThat(told(admin, path)).isEqualTo("true");
    user.post(path);
    assertThat(told(user, path)).isEqualTo("false");
    assertThat(told(admin, path)).isEqualTo("true");
  }

  /** The container of Enterprise Beans goes by itself. */
  @ParameterizedTest
  @ValueSource(strings = {"request", "executor", "scheduler", "proxy", "asynchronous"})
  void enterpriseBean_letsInWhoHandedTheTaskOver(String place) {
    assertThat(told(nobody, "in/" + place + "?ask=desk")).isEqualTo("false");
    assertThat(told(user, "in/" + place + "?ask=desk")).isEqualTo("false");
    assertThat(told(admin, "in/" + place + "?ask=desk")).isEqualTo("true");
  }
}

package dev.cloakroom.it.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.RunningServer;
import dev.cloakroom.it.probe.app.ProbeApplication;
import dev.cloakroom.it.probe.app.ProbeIdentityStore;
import dev.cloakroom.it.probe.redeploy.Mark;
import dev.cloakroom.it.probe.redeploy.MarkPage;
import dev.cloakroom.it.probe.redeploy.OtherMechanism;
import dev.cloakroom.it.probe.scoped.Basket;
import dev.cloakroom.it.process.Outcome;
import dev.cloakroom.it.process.ServerProcess;
import dev.cloakroom.it.process.Variant;
import dev.cloakroom.testing.Await;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An application that comes and goes, again and again, in a server that stays. What a server leaves
 * behind by itself is told by one without Cloakroom that also has a mechanism and an identity
 * store.
 */
class RedeploymentIT {
  private static final int TIMES = 20;

  /** Enough to tell whether the server keeps one class loader or each. */
  private static final int SOME_TIMES = 5;

  /**
   * Payara Micro and WildFly keep the class loader of the last application, or none. GlassFish
   * keeps that of each application, Open Liberty mostly that of each which has a mechanism,
   * whosever it is.
   */
  private static final boolean SERVER_KEEPS_EACH =
      Set.of("glassfish", "openliberty").contains(RunningServer.name());

  /** How long a server may take to let go of what it has ended, on a machine that is busy. */
  private static final Duration LETTING_GO = Duration.ofSeconds(30);

  /** What Java calls threads to which nobody gave a name. */
  private static final Set<String> UNNAMED = Set.of("Thread-#", "pool-#-thread-#", "Timer-#");

  /** What a cycle is used for before the application goes. */
  private interface Use {
    void of(ProbeClient client);
  }

  @Test
  void undeploying_leavesNoClassLoaderAndNoThreadBehind(@TempDir Path folder) throws Exception {
    try (ServerProcess process = ServerProcess.in(folder.resolve("it"), Variant.AS_ADVISED)) {
      JavaProcess java = new JavaProcess(process.handle());

      repeat(SOME_TIMES, process, other(), RedeploymentIT::mark);
      long ofTheServer = left(java);
      Map<String, Long> ofTheServersThreads = kinds(java);
      repeat(TIMES, process, guarded(), RedeploymentIT::logInAndOut);

      assertLeftBehind(ofTheServer, left(java) - ofTheServer);
      assertThat(perApplication(kinds(java), ofTheServersThreads)).isEmpty();
      assertThat(java.threads()).noneMatch(name -> name.matches("(?i).*(cloakroom|caffeine).*"));
    }
  }

  /** The class loaders of applications that stay: a server lets go of the last one when it can. */
  private static long left(JavaProcess java) throws Exception {
    return Await.atMost(LETTING_GO)
        .until(() -> java.instances(Mark.class), left -> SERVER_KEEPS_EACH || left <= 1);
  }

  /** How many threads there are of each name, whatever their number in their pool. */
  private static Map<String, Long> kinds(JavaProcess java) throws Exception {
    return java.threads().stream()
        .map(name -> name.replaceAll("\\d+", "#"))
        .collect(Collectors.groupingBy(kind -> kind, Collectors.counting()));
  }

  /**
   * The kinds of which each application may have left one. A pool that the server has named grows
   * with the requests.
   */
  private static Map<String, Long> perApplication(
      Map<String, Long> kinds, Map<String, Long> before) {
    Map<String, Long> grown = new HashMap<>(kinds);
    grown.keySet().removeIf(kind -> before.containsKey(kind) && !UNNAMED.contains(kind));
    before.forEach((kind, count) -> grown.computeIfPresent(kind, (same, now) -> now - count));
    grown.values().removeIf(count -> count < TIMES);
    return grown;
  }

  /** Where the server may keep each by itself, nothing can be told of ours. */
  private static void assertLeftBehind(long withoutCloakroom, long withCloakroom) {
    if (!SERVER_KEEPS_EACH) {
      assertThat(withoutCloakroom).isLessThanOrEqualTo(1);
      assertThat(withCloakroom).isLessThanOrEqualTo(withoutCloakroom + 1);
    }
  }

  private static void repeat(int times, ServerProcess process, WebArchive war, Use use)
      throws Exception {
    String path = war.getName().replace(".war", "/");
    for (int time = 0; time < times; time++) {
      assertThat(process.deploy(war)).isEqualTo(Outcome.STARTED);
      use.of(ProbeClient.over(process.server()).another(path));
      process.undeploy(war);
    }
  }

  private static void mark(ProbeClient client) {
    assertThat(client.get("mark").body()).isEqualTo("LEFT_BEHIND");
  }

  /** One login ends, one stays. */
  private static void logInAndOut(ProbeClient client) {
    mark(client);
    String token = client.login("user-coming").getString("accessToken");
    assertThat(client.another().bearer(token).get("auth/session").statusCode()).isEqualTo(200);
    assertThat(client.post(ProbeClient.LOGOUT).statusCode()).isEqualTo(200);
    client.login("user-staying");
    assertThat(client.post("api/basket", Map.of("what", "pear")).body()).isEqualTo("pear");
    mark(client);
  }

  private static WebArchive other() {
    return ShrinkWrap.create(WebArchive.class, "other.war")
        .addClasses(ProbeIdentityStore.class, Mark.class, MarkPage.class, OtherMechanism.class);
  }

  private static WebArchive guarded() {
    return ProbeWar.bare("guarded.war")
        .classes(ProbeIdentityStore.class, Mark.class, MarkPage.class, ProbeApplication.class)
        .classesBeside(Basket.class)
        .setting("cloakroom.path", "/auth")
        .setting("cloakroom.cookie.secure", "auto")
        .archive();
  }
}

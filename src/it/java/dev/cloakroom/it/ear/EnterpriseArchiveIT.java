package dev.cloakroom.it.ear;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.RunningServer;
import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerLog;
import dev.cloakroom.it.process.ServerProcess;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JAR in an EAR: in its only WAR, in each of its WARs, or in its {@code lib}. */
@OnServerWith(EarArchives.class)
@Tag("ear")
class EnterpriseArchiveIT {
  private static final String GUARDED = "declared/caller";
  private static final String REMEDY = "with the JAR in its WEB-INF/lib";

  /** Elsewhere a mechanism or a JAR of the same name in two WARs is one too many. */
  private static final boolean TAKES_ONE_IN_EACH_WAR = RunningServer.name().equals("wildfly");

  /** It does not look for initializers in an EAR's {@code lib}. */
  private static final boolean IGNORES_THE_LIB = RunningServer.name().equals("openliberty");

  private static final Condition<Integer> SERVED = new Condition<>(status -> status == 200, "200");

  private final ServerLog log;
  private final ProbeClient server;

  EnterpriseArchiveIT(ServerProcess process) {
    this.log = process.log();
    this.server = ProbeClient.over(process.server());
  }

  @Test
  void onlyWar_isServedAsByItself() {
    assertServed("one");
  }

  @Test
  void onlyWar_withTheJarInTheLib_isServed_orNobodyIs() {
    if (IGNORES_THE_LIB) {
      assertThat(server.another("alone/").get(GUARDED).statusCode()).isEqualTo(403);
    } else {
      assertServed("alone");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"each-east", "each-west"})
  void warWithAJarOfItsOwn_isServed_orNotStarted(String war) {
    if (TAKES_ONE_IN_EACH_WAR) {
      assertServed(war);
    } else {
      assertThat(server.another(war + "/").get(GUARDED).statusCode()).isEqualTo(404);
    }
  }

  private void assertServed(String war) {
    ProbeClient client = server.another(war + "/");
    assertThat(client.get(GUARDED).statusCode()).isEqualTo(401);

    client.login("user-" + war);

    assertThat(client.cookie(war)).isNotNull();
    assertThat(client.get(GUARDED).body()).contains("user-" + war);
    assertThat(client.post(ProbeClient.LOGOUT).statusCode()).isEqualTo(200);
    assertThat(client.get(GUARDED).statusCode()).isEqualTo(401);
  }

  @Test
  @Tag("S4")
  void ticketOfOneWar_opensNothingInTheOther() {
    if (TAKES_ONE_IN_EACH_WAR) {
      ProbeClient east = server.another("each-east/");
      ProbeClient west = server.another("each-west/");
      east.login("user-of-east");
      west.login("user-of-west");
      String astray = Objects.requireNonNull(east.cookie("each-east"));

      assertThat(west.copy().cookie("each-west", astray).get(GUARDED).statusCode()).isEqualTo(401);
      assertThat(west.get(GUARDED).statusCode()).isEqualTo(200);
    }
  }

  /** Where the server goes on with the one that was first, that is the only one. */
  @Test
  @Tag("S4")
  void warsThatShareTheJar_areNeverServedBoth() throws Exception {
    List<Integer> statuses =
        Stream.of("pair-east/", "pair-west/")
            .map(war -> server.another(war).login("user-shared", "pw-user-shared").statusCode())
            .toList();

    assertThat(statuses).containsAnyOf(403, 404).areAtMost(1, SERVED);
    assertThat(log.textWith(IGNORES_THE_LIB ? "did not run" : REMEDY))
        .contains(IGNORES_THE_LIB ? "ServletContainerInitializer did not run" : REMEDY);
  }
}

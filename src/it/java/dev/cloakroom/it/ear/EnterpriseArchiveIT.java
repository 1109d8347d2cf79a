package dev.cloakroom.it.ear;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerLog;
import dev.cloakroom.it.process.ServerProcess;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The JAR in an EAR: in each of its WARs, or in its {@code lib} for the one WAR there is. */
@OnServerWith(EarArchives.class)
@Tag("ear")
class EnterpriseArchiveIT {
  private static final String REMEDY = "with the JAR in its WEB-INF/lib";
  private static final String GUARDED = "declared/caller";

  private final ServerLog log;
  private final ProbeClient server;

  EnterpriseArchiveIT(ServerProcess process) {
    this.log = process.log();
    this.server = ProbeClient.over(process.server());
  }

  @ParameterizedTest
  @CsvSource({"each-east, east", "each-west, west", "one, one", "alone, alone"})
  void warWithItsOwn_isServedAsByItself(String war, String cookie) {
    ProbeClient client = server.another(war + "/");
    assertThat(client.get(GUARDED).statusCode()).isEqualTo(401);

    client.login("user-" + war);

    assertThat(client.cookie(cookie)).isNotNull();
    assertThat(client.get(GUARDED).body()).contains("user-" + war);
    assertThat(client.post(ProbeClient.LOGOUT).statusCode()).isEqualTo(200);
    assertThat(client.get(GUARDED).statusCode()).isEqualTo(401);
  }

  @Test
  @Tag("S4")
  void ticketOfOneWar_opensNothingInTheOther() {
    ProbeClient east = server.another("each-east/");
    ProbeClient west = server.another("each-west/");
    east.login("user-of-east");
    west.login("user-of-west");
    String astray = Objects.requireNonNull(east.cookie("east"));

    assertThat(west.copy().cookie("west", astray).get(GUARDED).statusCode()).isEqualTo(401);
    assertThat(west.get(GUARDED).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pair-east/", "pair-west/"})
  @Tag("S4")
  void warsThatShareOne_areNotServed(String war) throws Exception {
    assertThat(server.another(war).get("login").statusCode()).isIn(404, 500);
    assertThat(log.textWith(REMEDY)).contains(REMEDY);
  }
}

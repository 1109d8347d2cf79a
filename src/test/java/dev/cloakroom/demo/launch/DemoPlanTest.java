package dev.cloakroom.demo.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cloakroom.config.KeySettings;
import dev.cloakroom.crypto.KeyLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemoPlanTest {
  private static final Map<String, String> NOTHING = Map.of();

  private String file = "";

  @BeforeEach
  void writeFile(@TempDir Path folder) throws Exception {
    file = Files.createFile(folder.resolve("a.jar")).toString();
  }

  private DemoPlan plan(Map<String, String> environment, String... more) throws LaunchException {
    List<String> args =
        new ArrayList<>(List.of("--payara", file, "--war", file, "--preboot", file));
    args.addAll(List.of(more));
    return DemoPlan.of(args, environment);
  }

  private void assertRefused(Map<String, String> environment, String why, String... args) {
    assertThatExceptionOfType(LaunchException.class)
        .isThrownBy(() -> plan(environment, args))
        .withMessageContaining(why)
        .returns(2, LaunchException::exitCode);
  }

  @Test
  void plan_onlyFilesGiven_isOneNodeOnTheUsualPorts_asTheEnvironmentSays() throws Exception {
    DemoPlan plan = plan(NOTHING);

    assertThat(plan.nodes()).extracting(Launch::payara).containsExactly(Path.of(file));
    assertThat(plan.ports()).containsExactly(new Ports(8080, 8443));
    assertThat(plan.store()).isEqualTo(StoreKind.ENVIRONMENT);
  }

  @Test
  void plan_portsGiven_usesThem() throws Exception {
    assertThat(plan(NOTHING, "--port", "1", "--https-port", "65535").ports())
        .containsExactly(new Ports(1, 65_535));
  }

  @Test
  void nodes_two_takeThePortsAbove() throws Exception {
    assertThat(plan(NOTHING, "--store", "redis", "--nodes", "2").ports())
        .containsExactly(new Ports(8080, 8443), new Ports(8081, 8444));
  }

  @ParameterizedTest
  @CsvSource({"8080,8080", "8080,8081", "8081,8080"})
  void nodes_thatWouldMeetOnAPort_areRefused(String http, String https) {
    String[] args = {"--store", "sql", "--nodes", "2", "--port", http, "--https-port", https};

    assertRefused(NOTHING, "-Ddemo.https-port", args);
  }

  @Test
  void nodes_aboveTheHighestPort_areRefused() {
    String[] args = {"--store", "sql", "--nodes", "2", "--port", "65535"};

    assertRefused(NOTHING, "A node would need port 65536, the highest is 65535.", args);
  }

  @ParameterizedTest
  @ValueSource(strings = {"environment", "memory"})
  void nodes_two_inMemory_areRefused_withTheSettingThatMendsIt(String store) {
    assertRefused(NOTHING, "-Ddemo.store=redis", "--store", store, "--nodes", "2");
  }

  @Test
  void nodes_two_inMemoryByTheEnvironment_areRefused() {
    assertRefused(Map.of("CLOAKROOM_STORE", "memory"), "-Ddemo.store=redis", "--nodes", "2");
  }

  @Test
  void nodes_two_onAStoreOfOnesOwn_areStarted() throws Exception {
    assertThat(plan(Map.of("CLOAKROOM_STORE", "redis"), "--nodes", "2").nodes()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2"})
  void nodes_withoutAKey_getOneThatTheyShare(String count) throws Exception {
    List<String> options = plan(NOTHING, "--store", "redis", "--nodes", count).jvmOptions(NOTHING);

    assertThat(options).hasSize(1);
    String[] option = options.get(0).split("=", 2);
    assertThat(option[0]).isEqualTo("-Dcloakroom.keys.location");
    KeySettings settings = KeySettings.of(option[1], null);
    assertThat(new KeyLoader(getClass().getClassLoader()).load(settings).jwksJson())
        .contains("P-256");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2"})
  void nodes_withAKeyOfOnesOwn_useIt(String count) throws Exception {
    Map<String, String> environment = Map.of("CLOAKROOM_KEYS_LOCATION", "/etc/key.pem");

    assertThat(plan(NOTHING, "--store", "redis", "--nodes", count).jvmOptions(environment))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CLOAKROOM_STORE",
        "CLOAKROOM_REDIS_URI",
        "CLOAKROOM_SQL_DATA_SOURCE",
        "DEMO_SQL_URL"
      })
  void store_thatTheEnvironmentNamesToo_isRefused(String variable) {
    assertRefused(Map.of(variable, "redis"), variable, "--store", "redis");
  }

  @Test
  void store_besideOtherSettingsOfTheEnvironment_isTaken() throws Exception {
    assertThat(plan(Map.of("CLOAKROOM_STORE_TIMEOUT", "PT1S"), "--store", "sql").store())
        .isEqualTo(StoreKind.SQL);
  }

  @Test
  void store_unknown_isRefusedWithTheKnownOnes() {
    assertRefused(NOTHING, "environment or memory or redis or sql", "--store", "oracle");
  }
}

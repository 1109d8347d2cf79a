package dev.cloakroom.it.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerLog;
import dev.cloakroom.it.process.ServerProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The server's own database store takes our hashes, and through them those of others. */
@OnServerWith(PasswordWars.class)
class PasswordsIT {
  private static final int LOGINS = 12;
  private static final int THREADS = 4;
  private static final int ROUNDS = 9;

  private final ServerLog log;
  private final ProbeClient takenOver;
  private final ProbeClient peppered;
  private final ProbeClient unsafeDirectory;

  PasswordsIT(ServerProcess process) {
    log = process.log();
    takenOver = ProbeClient.over(process.server()).another("taken-over/");
    peppered = ProbeClient.over(process.server()).another("peppered/");
    unsafeDirectory = ProbeClient.over(process.server()).another("unsafe-directory/");
  }

  @BeforeEach
  void fillTables() {
    assertThat(takenOver.post("stored").statusCode()).isEqualTo(200);
    assertThat(peppered.post("stored").statusCode()).isEqualTo(200);
  }

  private static int login(ProbeClient client, String name, String password) {
    return client.another().login(name, password).statusCode();
  }

  private static String stored(ProbeClient client, String name) {
    return client.get("stored?name=" + name).body();
  }

  @Test
  @Tag("P4")
  void ownHash_logsIn_andStaysAsItIs() {
    String before = stored(takenOver, "ours");

    assertThat(before).startsWith("0 $argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(login(takenOver, "ours", "secret1")).isEqualTo(200);
    assertThat(login(takenOver, "ours", "secret2")).isEqualTo(401);
    assertThat(stored(takenOver, "ours")).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({"server, secret1", "spring, password", "bcrypt, password"})
  @Tag("P5")
  void hashOfAnother_logsIn_andIsReplacedAtTheLogin(String name, String password) {
    assertThat(login(takenOver, name, password + "x")).isEqualTo(401);
    assertThat(stored(takenOver, name)).startsWith("0 ").doesNotContain("argon2id");

    assertThat(login(takenOver, name, password)).isEqualTo(200);
    String better = stored(takenOver, name);
    assertThat(better).startsWith("1 $argon2id$v=19$m=19456,t=2,p=1$");

    assertThat(login(takenOver, name, password)).isEqualTo(200);
    assertThat(login(takenOver, name, password + "x")).isEqualTo(401);
    assertThat(stored(takenOver, name)).isEqualTo(better);
  }

  @Test
  @Tag("P5")
  @Tag("S15")
  void hashOfAnother_inManyLoginsAtOnce_isReplacedOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<Integer>> logins = new ArrayList<>();
      for (int i = 0; i < LOGINS; i++) {
        logins.add(threads.submit(() -> login(takenOver, "parallel", "secret1")));
      }
      for (Future<Integer> one : logins) {
        assertThat(one.get()).isEqualTo(200);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(stored(takenOver, "parallel")).startsWith("1 $argon2id$");
  }

  @ParameterizedTest
  @ValueSource(strings = {"costly", "plain", "empty", "nobody"})
  @Tag("P6")
  @Tag("P10")
  void whatIsNoHash_logsNobodyIn(String name) {
    assertThat(login(takenOver, name, "secret1")).isEqualTo(401);
  }

  @Test
  @Tag("P10")
  @Tag("G5")
  void hashThatAsksForTooMuch_isNamedInTheLog_andNothingOfItIs() throws Exception {
    login(takenOver, "costly", "secret1");

    assertThat(log.textWith("It asks for 4194304 KiB of memory"))
        .doesNotContain("NwL+xSmigNiAOgl+I2jEaRCGhgM4MrAYuhRj2xV8e+o");
  }

  @Test
  @Tag("P3")
  void password_over1024Bytes_isRefused_andOneOf1024IsRead() {
    assertThat(login(takenOver, "ours", "x".repeat(1025))).isEqualTo(401);
    assertThat(login(takenOver, "ours", "x".repeat(1024))).isEqualTo(401);
  }

  /** Over HTTP, so that this tells no more than whether there is a hash in it. */
  @Test
  @Tag("P2")
  void unknownName_takesAsLongAsAWrongPassword() {
    List<Long> known = new ArrayList<>();
    List<Long> unknown = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      known.add(nanosToRefuse("ours"));
      unknown.add(nanosToRefuse("nobody"));
    }

    assertThat(median(unknown)).isBetween(median(known) / 2, median(known) * 2);
  }

  private long nanosToRefuse(String name) {
    long begun = System.nanoTime();
    assertThat(login(takenOver, name, "secret2")).isEqualTo(401);
    return System.nanoTime() - begun;
  }

  private static long median(List<Long> times) {
    return times.stream().sorted().toList().get(times.size() / 2);
  }

  /** What {@code cloakroom.login.ldap-safe} keeps from the server's own store. */
  @Test
  @Tag("P11")
  void pattern_whereNamesAreTakenAsTheyAre_isTheDirectorysToRead() {
    assertThat(login(unsafeDirectory, "lena", "in-directory")).isEqualTo(200);
    assertThat(login(unsafeDirectory, "lena*", "in-directorY")).isEqualTo(401);
    assertThat(login(unsafeDirectory, "lena*", "in-directory")).isEqualTo(200);
  }

  @Test
  @Tag("P4")
  void pepper_isInNewHashes_andLogsIn() {
    assertThat(stored(peppered, "ours")).startsWith("0 $pbkdf2-sha256$i=600000,keyid=");
    assertThat(login(peppered, "ours", "secret1")).isEqualTo(200);
    assertThat(login(peppered, "ours", "secret2")).isEqualTo(401);
  }
}

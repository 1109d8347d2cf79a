package dev.cloakroom.demo.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StartLogTest {

  private static String entry(String level, String logger, String text) {
    return "[2026-11-29T10:24:15.456+0000] [] [\u001B[1;91m%s\u001B[0m] [AS-WEB-1] [\u001B[1;94m%s\u001B[0m] [tid: _ThreadID=1 _ThreadName=main] [timeMillis: 1] [levelValue: 1] %s\n\n"
        .formatted(level, logger, text);
  }

  private static StartLog log(String... entries) {
    return new StartLog(String.join("", entries));
  }

  @Test
  void ready_isWhatTheServerSays() {
    assertThat(log(entry("INFO", "web", "Loading")).saysReady()).isFalse();
    assertThat(
            log(entry("INFO", "PayaraMicro", "Payara Micro 6.2025.10 (build 42) ready in 15,298"))
                .saysReady())
        .isTrue();
  }

  @Test
  void refusal_isWhatCloakroomSays_withoutStacksOfTheServer() {
    StartLog log =
        log(
            entry(
                "SEVERE",
                "dev.cloakroom",
                "[[\n  Cloakroom does not start: 1 setting is wrong.\n - cloakroom.path=xx.\n]]"),
            entry(
                "SEVERE",
                "web",
                "[[\n  start:\njava.lang.Exception: wrong\n\tat a.B.c(B.java:1)\n]]"),
            entry("WARNING", "dev.cloakroom", "No key is configured"));

    assertThat(log.refusal())
        .isEqualTo("Cloakroom does not start: 1 setting is wrong.\n- cloakroom.path=xx.");
  }

  @Test
  void refusal_withAStack_goesOnWithItsFirstCause() {
    StartLog log =
        log(
            entry(
                "SEVERE",
                "dev.cloakroom",
                "[[\n  The store cannot be opened.\njakarta.E: outer\n\tat a.B.c(B.java:1)\n"
                    + "Caused by: a.F: middle\n\t... 3 more\nCaused by: a.G: no driver\n\t... 4 more\n]]"));

    assertThat(log.refusal())
        .isEqualTo("The store cannot be opened.\njakarta.E: outer\nCaused by: a.G: no driver");
  }

  @Test
  void refusal_thatIsNotOurs_isWhatTheServerSays() {
    assertThat(log(entry("SEVERE", "deployment", "no such class]]")).refusal())
        .isEqualTo("no such class");
  }

  @Test
  void refusal_ofManyLines_fitsOntoAScreen() {
    String lines =
        IntStream.range(0, 100).mapToObj(String::valueOf).collect(Collectors.joining("\n"));

    assertThat(log(entry("SEVERE", "dev.cloakroom", "[[\n" + lines + "\n]]")).refusal())
        .hasLineCount(20);
  }

  @Test
  void troubleOfStore_isWhatItWarnsOf_andNothingElse() {
    StartLog log =
        log(
            entry("WARNING", "dev.cloakroom", "No key is configured"),
            entry("INFO", "dev.cloakroom.store.redis", "Redis tells"),
            entry("WARNING", "dev.cloakroom.store.redis", "Redis cannot be used yet"));

    assertThat(log.troubleOfStore()).isEqualTo("Redis cannot be used yet");
  }
}

package dev.cloakroom.it.totp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import dev.cloakroom.testing.Race;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Callers enroll with an authenticator app, and the factors of the JAR know them by it. Nobody logs
 * in once more after that: what a login then asks for is not this test's.
 */
@OnServerWith(TotpWars.class)
class TotpIT {
  private static final String APP = "api/authenticator-app";
  private static final int RACERS = 8;

  private final ProbeClient server;

  TotpIT(ServerProcess process) {
    server = ProbeClient.over(process.server()).another("totp/");
  }

  private ProbeClient loggedIn(String caller) {
    ProbeClient client = server.another();
    client.login(caller);
    return client;
  }

  private static String asked(ProbeClient client, String what, String caller) {
    return answered(client, Map.of("do", what, "caller", caller));
  }

  private static String proven(ProbeClient client, String caller, String method, String answer) {
    return answered(
        client, Map.of("do", "prove", "caller", caller, "method", method, "answer", answer));
  }

  private static String answered(ProbeClient client, Map<String, String> form) {
    HttpResponse<String> answer = client.another().post("factors", form);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static JsonObject json(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    return ProbeClient.parse(answer.body());
  }

  private static AppCodes begun(ProbeClient client) {
    JsonObject shown = json(client.post(APP));
    assertThat(shown.getString("qrCode")).startsWith("<svg ").endsWith("</svg>");
    assertThat(shown.getString("uri")).contains("secret=" + shown.getString("secret"));
    return new AppCodes(shown.getString("uri"));
  }

  private static List<String> confirmed(ProbeClient client, AppCodes app) {
    return codes(client.post(APP + "/confirmation", Map.of("code", app.code(0))));
  }

  private static List<String> codes(HttpResponse<String> answer) {
    return json(answer).getJsonArray("recoveryCodes").getValuesAs(JsonString::getString);
  }

  private static int recoveryCodesLeft(ProbeClient client) {
    return json(client.get(APP)).getInt("recoveryCodesLeft");
  }

  @ParameterizedTest
  @CsvSource({"totp, user-enrolling", "totp-own-table, user-own"})
  @Tag("S15")
  void caller_enrolls_andProvesEachCodeOnce(String application, String caller) {
    ProbeClient client = server.another("../" + application + "/");
    client.login(caller);
    AppCodes app = begun(client);
    assertThat(asked(client, "enrolled", caller)).isEmpty();
    assertThat(client.post(APP + "/confirmation", Map.of("code", app.code(9))).statusCode())
        .isEqualTo(400);
    assertThat(json(client.get(APP)).getBoolean("enrolled")).isFalse();

    List<String> recovery = confirmed(client, app);

    assertThat(recovery).hasSize(10);
    assertThat(asked(client, "enrolled", caller)).isEqualTo("otp,recovery-code");
    assertThat(asked(client, "enrolled", "user-other")).isEmpty();
    String code = app.code(1);
    assertThat(proven(client, "user-other", "otp", code)).isEmpty();
    assertThat(proven(client, caller, "otp", code)).isEqualTo("otp");
    assertThat(proven(client, caller, "otp", code)).isEmpty();
    assertThat(proven(client, caller, "recovery-code", recovery.get(0))).isNotEmpty();
    assertThat(proven(client, caller, "recovery-code", recovery.get(0))).isEmpty();
    assertThat(recoveryCodesLeft(client)).isEqualTo(9);
    assertThat(asked(client, "events", caller)).isEqualTo("ADDED otp, 9 left");
  }

  @Test
  void factors_areThereForTheApplication() {
    assertThat(asked(server, "methods", "")).isEqualTo("otp,recovery-code");
  }

  @Test
  @Tag("S9")
  void change_endsTheCallersOtherSessions_andLeavesTheOneThatMadeIt() {
    ProbeClient here = loggedIn("user-changing");
    ProbeClient there = loggedIn("user-changing");
    ProbeClient third = loggedIn("user-changing");
    ProbeClient bearer =
        third.another().bearer(third.login("user-changing").getString("accessToken"));
    ProbeClient somebody = loggedIn("user-unconcerned");
    AppCodes app = begun(here);
    assertThat(there.get(APP).statusCode()).isEqualTo(200);
    assertThat(bearer.get(APP).statusCode()).isEqualTo(200);

    confirmed(here, app);

    assertThat(there.get(APP).statusCode()).isEqualTo(401);
    assertThat(third.get(APP).statusCode()).isEqualTo(401);
    assertThat(bearer.get(APP).statusCode()).isEqualTo(401);
    assertThat(here.get(APP).statusCode()).isEqualTo(200);
    assertThat(somebody.get(APP).statusCode()).isEqualTo(200);

    List<String> others = codes(here.post(APP + "/recovery-codes"));
    assertThat(others).hasSize(10);
    assertThat(here.delete(APP).statusCode()).isEqualTo(204);
    assertThat(here.get(APP).statusCode()).isEqualTo(200);
    assertThat(asked(here, "enrolled", "user-changing")).isEmpty();
    assertThat(proven(here, "user-changing", "recovery-code", others.get(0))).isEmpty();
    assertThat(asked(here, "events", "user-changing"))
        .isEqualTo("ADDED otp, REPLACED recovery-code, REMOVED otp");
  }

  @Test
  @Tag("S9")
  void change_byAnotherCaller_endsAllOfTheCallersSessions() {
    ProbeClient lost = loggedIn("user-lost");
    confirmed(lost, begun(lost));

    assertThat(asked(server, "remove", "user-lost")).isEqualTo("true");
    assertThat(lost.get(APP).statusCode()).isEqualTo(401);
  }

  @Test
  @Tag("S15")
  void code_thatManyShowAtOnce_isGoodForOne() throws Exception {
    ProbeClient client = loggedIn("user-racing");
    AppCodes app = begun(client);
    List<String> recovery = confirmed(client, app);
    String code = app.code(1);
    try (Race race = new Race(RACERS)) {
      Callable<String> byApp = () -> proven(client, "user-racing", "otp", code);
      assertThat(Collections.frequency(race.run(Collections.nCopies(RACERS, byApp)), "otp"))
          .isOne();
      for (String one : recovery) {
        Callable<String> byPaper = () -> proven(client, "user-racing", "recovery-code", one);
        assertThat(
                Collections.frequency(
                    race.run(Collections.nCopies(RACERS, byPaper)), "recovery-code"))
            .isOne();
      }
    }
    assertThat(recoveryCodesLeft(client)).isZero();
  }

  @Test
  void application_thatKeepsNothing_hasNobodyEnrolled_andSaysWhatToSet() {
    ProbeClient client = server.another("../totp-nowhere/");
    client.login("user-nowhere");

    assertThat(asked(client, "methods", "")).isEqualTo("absent-otp,absent-recovery-code");
    assertThat(asked(client, "enrolled", "user-nowhere")).isEmpty();
    assertThat(proven(client, "user-nowhere", "otp", "123456")).isEmpty();
    assertThat(asked(client, "enroll", "user-nowhere"))
        .contains("cloakroom.factor.data-source", "dev.cloakroom.FactorStore");
  }

  @Test
  void application_withoutAKeyThatIsKept_enrollsNobody_andSaysWhatToSet() {
    assertThat(asked(server.another("../totp-without-key/"), "enroll", "user-keyless"))
        .contains("cloakroom.keys.location");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/confirmation", "/recovery-codes"})
  void stranger_changesNothing(String path) {
    assertThat(server.another().post(APP + path).statusCode()).isEqualTo(401);
  }
}

package dev.cloakroom.it.factor;

import static dev.cloakroom.it.factor.FactorPerson.FACTOR;
import static dev.cloakroom.it.factor.FactorPerson.SESSION;
import static dev.cloakroom.it.factor.FactorPerson.reason;
import static dev.cloakroom.it.factor.FactorPerson.rightTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerLog;
import dev.cloakroom.it.process.ServerProcess;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Second factors beside settings that could stand in their way. */
@OnServerWith(FactorWars.class)
class FactorSettingsIT {
  private final ServerLog log;
  private final ProbeClient server;

  FactorSettingsIT(ServerProcess process) {
    this.log = process.log();
    this.server = ProbeClient.over(process.server());
  }

  @Test
  @Tag("X6")
  void formWithoutItsCsrfToken_leadsBackToTheFactorPage_andWithItLogsIn() {
    ProbeClient page = server.another("factors-strict/");
    page.header("Origin", page.origin()).header("Accept", "text/html");
    String token = page.json("auth/csrf").getString("token");
    String name = "user-factor-csrf";
    HttpResponse<String> begun =
        page.post(
            ProbeClient.LOGIN, Map.of("username", name, "password", "pw-" + name, "_csrf", token));
    assertThat(location(begun)).contains("/code?reason=factor-required");
    String right = rightTo(page.json(FACTOR));

    HttpResponse<String> refused = page.post(FACTOR, Map.of("method", "number", "answer", right));

    assertThat(refused.statusCode()).isEqualTo(303);
    assertThat(location(refused)).endsWith("/code?reason=csrf-token-missing");
    page.post(FACTOR, Map.of("method", "number", "answer", right, "_csrf", token));
    assertThat(page.get(SESSION).statusCode()).isEqualTo(200);
    refused = page.post(FACTOR, Map.of("method", "number", "answer", right));
    assertThat(location(refused)).endsWith("/code?reason=csrf-token-missing");
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  /** Numbers are good once: the answer that was refused was not used up. */
  @Test
  @Tag("S12")
  void moreSessionsThanMayBe_useNoAnswerUp() {
    FactorPerson first = person("user-factor-limited");
    assertThat(first.answersRightly(first.asked()).statusCode()).isEqualTo(200);
    FactorPerson second = person("user-factor-limited");
    JsonObject asked = second.asked();

    assertThat(reason(second.answersRightly(asked))).isEqualTo("too-many-sessions");

    assertThat(first.client().post(ProbeClient.LOGOUT).statusCode()).isEqualTo(200);
    assertThat(second.answersRightly(asked).statusCode()).isEqualTo(200);
  }

  private FactorPerson person(String name) {
    return new FactorPerson(server.another("factors-strict/"), name);
  }

  @Test
  @Tag("G7")
  void factorsWithoutTheEndpoint_areNotServed_andTheSettingIsNamed() throws Exception {
    assertThat(server.get("factors-unanswered/api/safe/who").statusCode()).isIn(404, 500);
    assertThat(log.textWith("there are second factors"))
        .contains(
            "cloakroom.endpoint.factor.enabled=false, and there are second factors:"
                + " dev.cloakroom.it.factor.app.NumberFactor");
  }
}

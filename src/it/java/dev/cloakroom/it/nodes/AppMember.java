package dev.cloakroom.it.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.factor.FactorPerson;
import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.totp.AppCodes;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/**
 * Somebody with an authenticator app.
 *
 * @param client what they use; logged in once, without a factor, to enroll
 * @param codes their app
 * @param recovery their recovery codes
 */
record AppMember(ProbeClient client, String name, AppCodes codes, List<String> recovery) {
  static final String APP = "api/authenticator-app";

  /** Enrolls somebody by the code of the moment. */
  static AppMember enrolled(ProbeClient client, String name) {
    client.login(name);
    AppCodes codes = new AppCodes(json(client.post(APP)).getString("uri"));
    JsonObject confirmed = json(client.post(APP + "/confirmation", Map.of("code", codes.code(0))));
    return new AppMember(
        client,
        name,
        codes,
        confirmed.getJsonArray("recoveryCodes").getValuesAs(JsonString::getString));
  }

  private static JsonObject json(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return ProbeClient.parse(answer.body());
  }

  /** What a login by another client asks. */
  JsonObject askedOf(ProbeClient another) {
    HttpResponse<String> answer = another.login(name, "pw-" + name);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
    JsonObject asked = ProbeClient.parse(answer.body());
    assertThat(asked.getString("reason")).isEqualTo("factor-required");
    return asked;
  }

  /** The answer to a login that waits. */
  static HttpResponse<String> proven(
      ProbeClient by, JsonObject asked, String method, String answer) {
    return by.post(
        FactorPerson.FACTOR,
        Map.of("method", method, "answer", answer, "factorToken", asked.getString("factorToken")));
  }
}

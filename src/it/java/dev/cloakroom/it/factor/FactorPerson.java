package dev.cloakroom.it.factor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Somebody with a second factor, who logs in.
 *
 * @param client what they use
 */
public record FactorPerson(ProbeClient client, String name) {
  public static final String FACTOR = "auth/login/factor";
  static final String SESSION = "auth/session";
  static final String SAFE = "api/safe";

  /** The answer to the password, which is good. */
  HttpResponse<String> password() {
    return client.login(name, "pw-" + name);
  }

  /** What the password's answer asks. */
  public JsonObject asked() {
    HttpResponse<String> answer = password();
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
    JsonObject asked = ProbeClient.parse(answer.body());
    assertThat(asked.getString("reason")).isEqualTo("factor-required");
    return asked;
  }

  public static String rightTo(JsonObject asked) {
    String challenge = asked.getJsonObject("challenges").getString("number");
    return Long.toString(Long.parseLong(challenge) + 1);
  }

  /** The answer to an answer, with the ticket of what asks, if it is told one. */
  public HttpResponse<String> answers(JsonObject asked, String answer) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("method", "number");
    form.put("answer", answer);
    if (asked.containsKey("factorToken")) {
      form.put("factorToken", asked.getString("factorToken"));
    }
    return client.post(FACTOR, form);
  }

  public HttpResponse<String> answersRightly(JsonObject asked) {
    return answers(asked, rightTo(asked));
  }

  /** Nothing is open to them. */
  void assertIsNobody() {
    assertThat(client.get(SAFE).statusCode()).isEqualTo(401);
    assertThat(client.get(SAFE + "/level").statusCode()).isEqualTo(401);
    assertThat(client.get(SAFE + "/who").body()).isEqualTo("nobody");
    assertThat(client.get(SESSION).statusCode()).isEqualTo(401);
  }

  /** They are logged in, at a level. */
  void assertIsAt(int level) {
    assertThat(client.get(SAFE + "/who").body()).isEqualTo(name + " " + level);
    assertThat(client.get(SAFE).body()).isEqualTo("safe");
    assertThat(client.get(SAFE + "/level").statusCode()).isEqualTo(level < 2 ? 401 : 200);
  }

  public static String reason(HttpResponse<String> answer) {
    return ProbeClient.parse(answer.body()).getString("reason");
  }
}

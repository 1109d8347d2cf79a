package dev.cloakroom.it.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import jakarta.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the injected {@code JsonWebToken} claims is what the login session is. */
@OnServerWith(TruthWars.class)
class TrueClaimsIT {
  private final ProbeClient client;

  TrueClaimsIT(ServerProcess process) {
    client = ProbeClient.over(process.server()).another("truthful/");
  }

  private static void assertSame(JsonObject caller) {
    JsonObject session = caller.getJsonObject("session");
    JsonObject token = caller.getJsonObject("token");
    assertThat(token.getString("name")).isEqualTo(session.getString("name"));
    assertThat(token.getString("sid")).isEqualTo(session.getString("id"));
    assertThat(token.getJsonArray("groups")).isEqualTo(session.getJsonArray("groups"));
  }

  @Test
  void groupsThatWereChangedSinceTheTokenWasIssued_areThoseOfTheSession() {
    String token = client.login("user-claims").getString("accessToken");
    ProbeClient bearer = client.another().bearer(token);
    JsonObject before = bearer.json("api/caller");
    assertSame(before);

    client.post("api/sessions/change-groups", Map.of("caller", "user-claims", "groups", "staff"));

    JsonObject after = bearer.json("api/caller");
    assertSame(after);
    assertThat(after.getJsonObject("token").getJsonArray("groups"))
        .isNotEqualTo(before.getJsonObject("token").getJsonArray("groups"));
  }

  @Test
  void tokenOfOneBesideTheCookieOfAnother_claimsWhatTheCallerIs() {
    String token = client.another().login("user-claims").getString("accessToken");
    client.login("staff-cookie");

    assertSame(client.copy().bearer(token).json("api/caller"));
  }
}

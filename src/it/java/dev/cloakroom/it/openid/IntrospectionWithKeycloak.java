package dev.cloakroom.it.openid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.ServerProcess;
import dev.cloakroom.it.process.Variant;
import dev.cloakroom.testing.Await;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real Keycloak that is asked about its tokens. The last test stops it. */
@TestMethodOrder(OrderAnnotation.class)
class IntrospectionWithKeycloak {
  private static final String GUARDED = "declared/caller";
  private static final Await CACHED = new Await(Duration.ofSeconds(20), Duration.ofMillis(200));

  private static KeycloakServer keycloak;
  private static ServerProcess server;
  private static TokenEndpoint tokens;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    keycloak = KeycloakServer.start();
    tokens = TokenEndpoint.ofRealm(keycloak.realm());
    server = ServerProcess.in(folder, Variant.AS_ADVISED);
    server.deploy(OpenIdWars.asking(keycloak.realm()));
  }

  @AfterAll
  static void stop() {
    server.close();
    keycloak.close();
  }

  private static ProbeClient showing(JsonObject granted, String kind) {
    return ProbeClient.over(server.server())
        .another("asking-keycloak/")
        .bearer(granted.getString(kind));
  }

  private static int statusOf(JsonObject granted) {
    return showing(granted, "access_token").get(GUARDED).statusCode();
  }

  private static JsonObject seen(JsonObject granted) {
    return showing(granted, "access_token").json(GUARDED);
  }

  @Test
  @Order(1)
  @Tag("B7")
  void tokenOfAUser_logsThemIn_withTheirRolesAsGroups() {
    JsonObject seen = seen(tokens.byPassword("shop-web", "ann"));

    assertThat(seen.getJsonObject("session").getString("name"))
        .isEqualTo("keycloak:" + seen.getJsonObject("token").getString("subject"));
    assertThat(seen.getJsonObject("session").getJsonArray("groups"))
        .hasToString("[\"admin\",\"user\"]");
  }

  /** Keycloak calls a refresh token active, too. */
  @ParameterizedTest
  @ValueSource(strings = {"id_token", "refresh_token"})
  @Order(1)
  @Tag("J10")
  void tokenForSomethingElse_isRefused(String kind) {
    HttpResponse<String> answer = showing(tokens.byPassword("shop-web", "ann"), kind).get(GUARDED);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(ProbeClient.parse(answer.body()).getString("reason")).isEqualTo("invalid-token");
  }

  @Test
  @Order(1)
  @Tag("J8")
  void tokenForAnotherApplication_isRefused() {
    assertThat(statusOf(tokens.byPassword("another-web", "ann"))).isEqualTo(401);
  }

  @Test
  @Order(2)
  @Tag("S8")
  void userWhoIsDisabledThere_isNobodyHere_asSoonAsTheAnswerCountsNoLonger() throws Exception {
    JsonObject granted = tokens.byPassword("shop-web", "bob");
    keycloak.admin().disable(seen(granted).getJsonObject("token").getString("subject"));

    assertThat(CACHED.until(() -> statusOf(granted), is -> is == 401)).isEqualTo(401);
    assertThat(statusOf(tokens.byPassword("shop-web", "ann"))).isEqualTo(200);
  }

  @Test
  @Order(3)
  @Tag("G7")
  void keycloakThatIsGone_is503() throws Exception {
    JsonObject granted = tokens.byPassword("shop-web", "ann");
    assertThat(statusOf(granted)).isEqualTo(200);
    keycloak.kill();

    assertThat(CACHED.until(() -> statusOf(granted), is -> is == 503)).isEqualTo(503);
  }
}

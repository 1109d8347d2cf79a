package dev.cloakroom.it.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerLog;
import dev.cloakroom.it.process.ServerProcess;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What settings do when the application is deployed, as its server's log and answers show it. */
@OnServerWith(SettingsWars.class)
class SettingsIT {

  private final ServerLog log;
  private final ProbeClient client;

  SettingsIT(ServerProcess process) {
    this.log = process.log();
    this.client = ProbeClient.over(process.server());
  }

  @Test
  void wrongSettings_stopTheDeployment_andAreAllNamedAtOnce() throws IOException {
    assertThat(client.get("wrong/caller").statusCode()).isEqualTo(404);
    assertThat(log.text())
        .contains(
            "Cloakroom does not start: 5 settings are wrong.",
            "cloakroom.access-token.ttl=forever",
            "Allowed: `PT1S` to `PT1H`",
            "cloakroom.cookie.same-site=None",
            "SameSite=None needs Secure: write cloakroom.cookie.secure=always.",
            "cloakroom.session.idle-timeout=PT13H",
            "The idle timeout must not be the longer one.",
            "cloakroom.login.tokens=sometimes (servlet context parameter",
            "Allowed: `auto`, `always`, `never`",
            "cloakroom.keys.secret=***");
  }

  @Test
  void unusableKey_stopsTheDeployment_andIsExplained() throws Exception {
    assertThat(client.get("unusable-key/login").statusCode()).isEqualTo(404);
    assertThat(log.textWith("No usable key"))
        .contains("No usable key in classpath:key.pem: it is neither PEM, JWK nor PKCS#12.")
        .contains("Make one with: openssl genpkey -algorithm EC");
  }

  @Test
  void unusableStore_stopsTheDeployment_andIsExplained() throws Exception {
    assertThat(client.get("unusable-store/login").statusCode()).isEqualTo(404);
    assertThat(log.textWith("cannot be opened"))
        .contains("The store of login sessions cannot be opened.")
        .contains("cloakroom.store=redis needs the driver Jedis");
  }

  @Test
  @Tag("G5")
  void wrongSecret_isNotShown() throws IOException {
    assertThat(log.text())
        .contains("cloakroom.keys.secret")
        .doesNotContain(SettingsWars.SHORT_SECRET);
  }

  @Test
  void unknownSettings_areNamedWithTheNearest_andTheApplicationStarts() throws IOException {
    assertThat(client.get("unknown/caller").statusCode()).isEqualTo(200);
    assertThat(log.text())
        .contains(
            "cloakroom.cookie.samesite has no effect; the nearest known one is"
                + " cloakroom.cookie.same-site.")
        .contains("cloakroom.pth has no effect; the nearest known one is cloakroom.path.");
    assertThat(client.post("unknown/login").statusCode()).isEqualTo(400);
    assertThat(client.get("unknown/auth/login").statusCode()).isEqualTo(404);
  }

  @Test
  void keyInAPemFile_signsTheTokens() {
    ProbeClient pem = client.another("pem/");
    JsonObject key = onlyKey(pem);
    String token = pem.login("user-pem").getString("accessToken");

    assertThat(header(token).getString("kid")).isEqualTo(key.getString("kid"));
    assertThat(key).doesNotContainKey("d");
    assertThat(pem.another().bearer(token).get("declared/caller").statusCode()).isEqualTo(200);
  }

  @Test
  void keyInTheClassPath_signsTheTokens() {
    ProbeClient jwk = client.another("jwk/");
    String token = jwk.login("user-jwk").getString("accessToken");

    assertThat(onlyKey(jwk).getString("kid")).isEqualTo(SettingsWars.JWK_KID);
    assertThat(header(token).getString("kid")).isEqualTo(SettingsWars.JWK_KID);
    assertThat(jwk.another().bearer(token).get("declared/caller").statusCode()).isEqualTo(200);
  }

  @Test
  @Tag("J7")
  void tokenAndTicket_ofAnotherApplicationOfTheServer_areNotBelieved() {
    ProbeClient jwk = client.another("jwk/");
    String token = jwk.login("user-elsewhere").getString("accessToken");
    ProbeClient byTicket = client.another("pem/").cookie(ProbeClient.TICKET, jwk.ticket());

    assertThat(jwk.get("declared/caller").statusCode()).isEqualTo(200);
    assertThat(byTicket.get("declared/caller").statusCode()).isEqualTo(401);
    assertThat(client.another("pem/").bearer(token).get("declared/caller").statusCode())
        .isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "/unknown,   1",
    "/pages,     1",
    "/storeless, 1",
    "/brief,     1",
    "/pem,       0",
    "/jwk,       0",
    "/signed,    0"
  })
  void generatedKey_isWarnedOf_onlyWhereNoneIsConfigured(String application, int warnings)
      throws IOException {
    assertThat(log.linesWith("No key is configured for '" + application + "'")).hasSize(warnings);
  }

  @Test
  void endpointThatIsSwitchedOff_isNotFound() {
    ProbeClient pages = client.another("pages/");

    assertThat(pages.post("login", login("user-pages", "pw-user-pages")).statusCode())
        .isEqualTo(200);
    assertThat(pages.get("sessions").statusCode()).isEqualTo(404);
    assertThat(pages.get("session").statusCode()).isEqualTo(200);
  }

  @Test
  void path_movesTheEndpoints() {
    assertThat(client.get("pem/auth/session").statusCode()).isEqualTo(401);
    assertThat(client.get("pem/session").statusCode()).isEqualTo(404);
    assertThat(client.get("pages/session").statusCode()).isEqualTo(401);
  }

  @Test
  void applicationWithoutIdentityStore_logsNobodyIn_andSaysWhatIsMissing() throws Exception {
    HttpResponse<String> answer = client.another("storeless/").login("user", "pw-user");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(ProbeClient.parse(answer.body()).getString("reason"))
        .isEqualTo("invalid-credentials");
    assertThat(log.textWith("No identity store"))
        .contains("No identity store of the application validates a UsernamePasswordCredential")
        .contains("Add an @ApplicationScoped IdentityStore");
  }

  private static Map<String, String> login(String name, String password) {
    return Map.of("username", name, "password", password);
  }

  private static JsonObject onlyKey(ProbeClient client) {
    List<JsonObject> keys =
        client
            .json("auth/.well-known/jwks.json")
            .getJsonArray("keys")
            .getValuesAs(JsonObject.class);
    assertThat(keys).hasSize(1);
    return keys.get(0);
  }

  private static JsonObject header(String token) {
    byte[] json = Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.')));
    return ProbeClient.parse(new String(json, StandardCharsets.UTF_8));
  }
}

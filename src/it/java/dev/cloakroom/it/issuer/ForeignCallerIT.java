package dev.cloakroom.it.issuer;

import static dev.cloakroom.it.issuer.IssuerWars.KEYCLOAK;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who a caller with a token of another issuer is, and who is none. */
@OnServerWith(IssuerWars.class)
class ForeignCallerIT {
  private static final String WEB_XML = "declared/caller";
  private static final String REST = "api/caller/user";
  private static final String PUBLIC = "api/caller";

  private final ProbeClient client;

  ForeignCallerIT(ServerProcess process) {
    client = ProbeClient.over(process.server()).another("behind-issuers/");
  }

  private ProbeClient showing(String token) {
    return client.another().bearer(token);
  }

  private static void assertRefused(HttpResponse<String> answer, String reason) {
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(ProbeClient.parse(answer.body()).getString("reason")).isEqualTo(reason);
    assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
        .contains("error=\"invalid_token\"");
  }

  private static List<String> texts(JsonObject object, String name) {
    return object.getJsonArray(name).getValuesAs(JsonString.class).stream()
        .map(JsonString::getString)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {WEB_XML, REST, PUBLIC})
  @Tag("J7")
  @Tag("J19")
  void genuineToken_isTheSameCallerInEachView(String path) {
    String token = KEYCLOAK.token("user-7", "user", "admin").text();

    JsonObject caller = showing(token).json(path);

    assertThat(List.of("session", "token", "container", "request"))
        .allSatisfy(
            view ->
                assertThat(caller.getJsonObject(view).getString("name"))
                    .isEqualTo("keycloak:user-7"));
    assertThat(texts(caller.getJsonObject("request"), "roles")).containsExactly("admin", "user");
    assertThat(texts(caller.getJsonObject("session"), "groups")).containsExactly("admin", "user");
    assertThat(caller.getJsonObject("session").getString("id")).startsWith("keycloak:");
    assertThat(texts(caller, "listed")).isEmpty();
    JsonObject seen = caller.getJsonObject("token");
    assertThat(seen.getString("raw")).isEqualTo(token);
    assertThat(seen.getString("subject")).isEqualTo("user-7");
    assertThat(seen.getString("sid")).isEqualTo("session-of-user-7");
    assertThat(texts(seen, "groups")).containsExactly("admin", "user");
  }

  @Test
  @Tag("B4")
  void genuineToken_withoutTheRole_isForbidden() {
    ProbeClient visitor = showing(KEYCLOAK.token("visitor", "visitor").text());

    assertThat(visitor.get(WEB_XML).statusCode()).isEqualTo(403);
    assertThat(visitor.get(REST).statusCode()).isEqualTo(403);
    assertThat(visitor.get("annotated").statusCode()).isEqualTo(403);
    assertThat(visitor.get(PUBLIC).statusCode()).isEqualTo(200);
    ProbeClient admin = showing(KEYCLOAK.token("chief", "user", "admin").text());
    assertThat(admin.get("annotated").statusCode()).isEqualTo(200);
  }

  /** What makes a genuine token one that is refused. */
  enum Flaw {
    KEY,
    AUDIENCE,
    NO_AUDIENCE,
    NO_END,
    NO_BEGIN,
    NO_SUBJECT,
    TYPE,
    ALGORITHM,
    NOT_YET;

    IssuedToken in(IssuedToken genuine) {
      return switch (this) {
        case KEY -> genuine.by(FakeIssuer.newKey());
        case AUDIENCE -> genuine.with("aud", "another-api");
        case NO_AUDIENCE -> genuine.with("aud", null);
        case NO_END -> genuine.with("exp", null);
        case NO_BEGIN -> genuine.with("iat", null);
        case NO_SUBJECT -> genuine.with("sub", null);
        case TYPE -> genuine.type("logout+jwt");
        case ALGORITHM -> genuine.algorithm(JWSAlgorithm.PS384);
        case NOT_YET -> genuine.with("nbf", Instant.now().plusSeconds(600).getEpochSecond());
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  @Tag("J1")
  @Tag("J2")
  @Tag("J6")
  @Tag("J8")
  @Tag("J12")
  void tokenWithAFlaw_isRefusedWhereverSomebodyMustBeKnown(Flaw flaw) {
    String flawed = flaw.in(KEYCLOAK.token("user-flawed", "user")).text();

    assertRefused(showing(flawed).get(WEB_XML), "invalid-token");
    assertRefused(showing(flawed).get(REST), "invalid-token");
    assertRefused(showing(flawed).get("auth/session"), "invalid-token");
    assertThat(showing(flawed).json(PUBLIC).getJsonObject("session").getBoolean("anonymous"))
        .isTrue();
    String genuine = KEYCLOAK.token("user-flawed", "user").text();
    assertThat(showing(genuine).get(WEB_XML).statusCode()).isEqualTo(200);
  }

  @Test
  @Tag("J6")
  void tokenWhoseTimeIsOver_isRefused_andThatIsSaid() {
    Instant longAgo = Instant.now().minusSeconds(600);
    IssuedToken over = KEYCLOAK.token("user-late", "user").issuedAt(longAgo);

    assertRefused(
        showing(over.expiresAt(longAgo.plusSeconds(300)).text()).get(REST), "token-expired");
  }

  @Test
  @Tag("J7")
  void tokenOfNobodyWhoIsConfigured_isInvalid_asAnyOther() {
    try (FakeIssuer stranger = FakeIssuer.started()) {
      assertRefused(showing(stranger.token("user-7", "user").text()).get(REST), "invalid-token");
    }
  }

  /** One issuer's key is no other's, whoever a token says it is of. */
  @Test
  @Tag("J7")
  void tokenSignedByAnotherConfiguredIssuer_isRefused() {
    IssuedToken crossed = IssuerWars.SHAKY.token("user-7", "user").with("iss", KEYCLOAK.name());

    assertRefused(showing(crossed.text()).get(REST), "invalid-token");
  }

  @Test
  @Tag("B1")
  void tokenBesideACookie_wins_andOneThatIsRefusedDoesNotFallBack() {
    client.login("user-cookie");
    ProbeClient both = client.copy().bearer(KEYCLOAK.token("user-7", "user").text());
    String forged = KEYCLOAK.token("user-7", "user").by(FakeIssuer.newKey()).text();
    ProbeClient refused = client.copy().bearer(forged);

    assertThat(both.json(REST).getJsonObject("session").getString("name"))
        .isEqualTo("keycloak:user-7");
    assertRefused(refused.get(REST), "invalid-token");
    assertRefused(refused.get(WEB_XML), "invalid-token");
    assertThat(client.json(REST).getJsonObject("session").getString("name"))
        .isEqualTo("user-cookie");
  }

  /** Whoever is called so by the application's own store is somebody else. */
  @Test
  @Tag("J19")
  void callerOfTheSameNameHere_isNotTheirs() {
    client.login("user-twin");
    ProbeClient foreign = showing(KEYCLOAK.token("user-twin", "user").text());

    assertThat(foreign.json("auth/sessions").getJsonArray("sessions")).isEmpty();
    assertThat(foreign.delete("auth/sessions").body()).isEqualTo("{\"ended\":0}");
    assertThat(client.get(REST).statusCode()).isEqualTo(200);
  }

  /**
   * Where the settings say that they are the same people, the application's stores say more. Open
   * Liberty asks a store twice for one answer, if several have the same priority and their order
   * happens to be so.
   */
  @Test
  void callerOfASharedName_hasTheGroupsOfTheStores_askedOnceForEachToken() {
    String token = IssuerWars.SHARED.token("staff-shared", "user").text();
    ProbeClient shared = showing(token);

    JsonObject caller = shared.json(PUBLIC);
    int calls = directoryCalls("staff-shared");
    shared.json(PUBLIC);

    assertThat(caller.getJsonObject("session").getString("name")).isEqualTo("staff-shared");
    assertThat(texts(caller.getJsonObject("session"), "groups")).containsExactly("staff", "user");
    assertThat(directoryCalls("staff-shared")).isEqualTo(calls).isPositive();
    String apart = KEYCLOAK.token("staff-apart", "user").text();
    assertThat(texts(showing(apart).json(PUBLIC).getJsonObject("session"), "groups"))
        .containsExactly("user");
  }

  private int directoryCalls(String name) {
    return Integer.parseInt(client.get("api/caller/directory-calls/" + name).body());
  }
}

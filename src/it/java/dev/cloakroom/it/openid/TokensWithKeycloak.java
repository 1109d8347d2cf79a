package dev.cloakroom.it.openid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.ServerProcess;
import dev.cloakroom.it.process.Variant;
import dev.cloakroom.testing.Await;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
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

/** Tokens of a real Keycloak. The last test stops it. */
@TestMethodOrder(OrderAnnotation.class)
class TokensWithKeycloak {
  private static final String GUARDED = "declared/caller";
  private static final Await OUTAGE = new Await(Duration.ofSeconds(75), Duration.ofSeconds(1));

  private static KeycloakServer keycloak;
  private static ServerProcess server;
  private static TokenEndpoint tokens;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    keycloak = KeycloakServer.start();
    tokens = TokenEndpoint.ofRealm(keycloak.realm());
    server = ServerProcess.in(folder, Variant.AS_ADVISED);
    server.deploy(OpenIdWars.behind(keycloak.realm()));
  }

  @AfterAll
  static void stop() {
    server.close();
    keycloak.close();
  }

  private static ProbeClient client() {
    return ProbeClient.over(server.server()).another("behind-keycloak/");
  }

  private static ProbeClient showing(JsonObject granted, String kind) {
    return client().bearer(granted.getString(kind));
  }

  private static ProbeClient showing(JsonObject granted) {
    return showing(granted, "access_token");
  }

  private static JsonObject seen(JsonObject granted, String view) {
    return showing(granted).json(GUARDED).getJsonObject(view);
  }

  private static List<String> texts(JsonObject object, String name) {
    return object.getJsonArray(name).getValuesAs(JsonString.class).stream()
        .map(JsonString::getString)
        .toList();
  }

  private static void assertRefused(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(ProbeClient.parse(answer.body()).getString("reason")).isEqualTo("invalid-token");
  }

  @Test
  @Order(1)
  @Tag("J19")
  void tokenOfAUser_logsThemIn_withTheirRolesAsGroups() {
    JsonObject granted = tokens.byPassword("shop-web", "ann");

    JsonObject session = seen(granted, "session");
    assertThat(session.getString("name")).isEqualTo("keycloak:" + subject(granted));
    assertThat(texts(session, "groups")).containsExactly("admin", "user");
    assertThat(seen(granted, "request").getString("name")).isEqualTo(session.getString("name"));
    assertThat(texts(seen(granted, "request"), "roles")).containsExactly("admin", "user");
    assertThat(seen(granted, "token").getString("raw"))
        .isEqualTo(granted.getString("access_token"));
  }

  private static String subject(JsonObject granted) {
    return seen(granted, "token").getString("subject");
  }

  @Test
  @Order(1)
  void tokenOfAService_logsItIn() {
    JsonObject session = seen(tokens.byItself("billing"), "session");

    assertThat(session.getString("name")).startsWith("keycloak:");
    assertThat(texts(session, "groups")).containsExactly("user");
  }

  /** For the client of the page, or for Keycloak itself: not for an application's resources. */
  @ParameterizedTest
  @ValueSource(strings = {"id_token", "refresh_token"})
  @Order(1)
  @Tag("J10")
  void tokenForSomethingElse_isRefused(String kind) {
    assertRefused(showing(tokens.byPassword("shop-web", "ann"), kind).get(GUARDED));
  }

  @Test
  @Order(1)
  @Tag("J8")
  void tokenForAnotherApplication_isRefused() {
    assertRefused(showing(tokens.byPassword("another-web", "ann")).get(GUARDED));
  }

  @Test
  @Order(1)
  void keyThatIsReplacedUnderLoad_costsNobodyTheirToken() throws Exception {
    JsonObject before = tokens.byPassword("shop-web", "ann");
    List<Integer> statuses;
    try (Callers callers = Callers.of(4, () -> statusOf(tokens.byPassword("shop-web", "ann")))) {
      callers.awaitCalls(20);
      keycloak.admin().rotateKey();
      callers.awaitCalls(20);
      statuses = callers.told();
    }

    assertThat(keyOf(tokens.byPassword("shop-web", "ann"))).isNotEqualTo(keyOf(before));
    assertThat(statuses).hasSizeGreaterThan(40).containsOnly(200);
    assertThat(statusOf(before)).isEqualTo(200);
  }

  private static int statusOf(JsonObject granted) {
    return statusOf(granted, client());
  }

  /** By connections that are there: so many new ones as answers in a minute, no test can have. */
  private static int statusOf(JsonObject granted, ProbeClient connected) {
    ProbeClient showing = connected.another().bearer(granted.getString("access_token"));
    return showing.get(GUARDED).statusCode();
  }

  private static String keyOf(JsonObject granted) {
    return granted.getString("access_token").split("[.]", -1)[0];
  }

  /** What Keycloak knows is not heard of here: what is left is to end the caller's tokens. */
  @Test
  @Order(2)
  @Tag("S10")
  void userWhoIsDisabledThere_isCallerHere_untilTheirTokensAreEnded() throws Exception {
    JsonObject granted = tokens.byPassword("shop-web", "bob");
    String subject = subject(granted);
    keycloak.admin().disable(subject);

    assertThat(tokens.statusOfRefresh("shop-web", granted.getString("refresh_token")))
        .isEqualTo(400);
    assertThat(statusOf(granted)).isEqualTo(200);

    client().post("api/sessions/end-all", Map.of("caller", "keycloak:" + subject));
    assertThat(statusOf(granted)).isEqualTo(401);
    assertThat(statusOf(tokens.byPassword("shop-web", "ann"))).isEqualTo(200);
  }

  /**
   * For longer than its keys are fresh. Tokens that were never shown before are verified by those
   * that are known.
   */
  @Test
  @Order(3)
  @Tag("G7")
  void keycloakThatIsGone_isMissedByNobodyWhoHasAToken() throws Exception {
    List<JsonObject> granted =
        IntStream.range(0, 50).mapToObj(i -> tokens.byPassword("shop-web", "ann")).toList();
    AtomicInteger shown = new AtomicInteger();
    ProbeClient connected = client();
    assertThat(statusOf(granted.get(0))).isEqualTo(200);
    keycloak.kill();

    try (Callers callers =
        Callers.of(4, () -> statusOf(granted.get(shown.getAndIncrement() % 40), connected))) {
      OUTAGE.until(() -> !Set.of(200).containsAll(callers.told()));
      assertThat(Set.copyOf(callers.told())).containsExactly(200);
      assertThat(callers.told()).hasSizeGreaterThan(1_000);
    }
    assertThat(granted).allSatisfy(one -> assertThat(statusOf(one)).isEqualTo(200));
    assertThat(client().login("user-here").getJsonObject("user").getString("name"))
        .isEqualTo("user-here");
  }
}

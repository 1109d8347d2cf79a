package dev.cloakroom.it.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.OnServer;
import dev.cloakroom.it.RunningServer;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one application-scoped bean is told of the caller, and that all views agree. */
@OnServer(ProbeDeployment.class)
class InjectionIT {
  private static final int POLICY_IS_GONE = 24;

  private final ProbeClient client;

  InjectionIT(RunningServer server) {
    client = ProbeClient.over(server);
  }

  @ParameterizedTest
  @ValueSource(strings = {"caller", "api/caller"})
  void anonymousCaller_isAValueInEachView(String path) {
    JsonObject caller = client.json(path);

    assertThat(caller.getJsonObject("session").getBoolean("anonymous")).isTrue();
    assertThat(caller.getJsonObject("session").getString("createdAt"))
        .isEqualTo(Instant.EPOCH.toString());
    assertThat(caller.getJsonArray("listed")).isEmpty();
    assertThat(names(caller)).containsOnly("");
    assertThat(texts(caller.getJsonObject("session"), "groups")).isEmpty();
    assertThat(texts(caller.getJsonObject("container"), "roles")).isEmpty();
    assertThat(texts(caller.getJsonObject("request"), "roles")).isEmpty();
    assertThat(caller.getJsonObject("token").getString("raw")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"caller", "declared/caller", "api/caller", "api/caller/user"})
  void callerByCookie_isTheSameInEachView(String path) {
    String id = client.login("admin-cookie").getJsonObject("session").getString("id");

    JsonObject caller = client.json(path);

    assertAgreed(caller, "admin-cookie", id);
    assertThat(caller.getJsonObject("token").getString("name")).isEmpty();
    assertThat(caller.getJsonObject("token").getString("raw")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"caller", "declared/caller", "api/caller", "api/caller/user"})
  void callerByBearer_isTheSameInEachView(String path) {
    JsonObject login = client.login("admin-bearer");
    String accessToken = login.getString("accessToken");

    JsonObject caller = client.another().bearer(accessToken).json(path);

    assertAgreed(caller, "admin-bearer", login.getJsonObject("session").getString("id"));
    JsonObject token = caller.getJsonObject("token");
    assertThat(token.getString("name")).isEqualTo("admin-bearer");
    assertThat(token.getString("subject")).isEqualTo("admin-bearer");
    assertThat(token.getString("raw")).isEqualTo(accessToken);
    assertThat(token.getString("sid")).isEqualTo(caller.getJsonObject("session").getString("id"));
    assertThat(texts(token, "groups")).containsExactly("admin", "user");
  }

  @Test
  void session_tellsHowAndWhenTheCallerLoggedIn() {
    Instant before = Instant.now();
    client.header("User-Agent", "probe/1").login("user-details");

    JsonObject session = client.json("api/caller").getJsonObject("session");

    assertThat(texts(session, "amr")).containsExactly("pwd");
    assertThat(session.getString("userAgent")).isEqualTo("probe/1");
    assertThat(session.getString("address")).isEqualTo("127.0.0.1");
    assertThat(session.getBoolean("fresh")).isTrue();
    assertThat(Instant.parse(session.getString("createdAt"))).isBetween(before, Instant.now());
    assertThat(Instant.parse(session.getString("expiresAt"))).isAfter(Instant.now());
  }

  @Test
  @Tag("S7")
  void caller_afterLogout_isAnonymousInEachView() {
    String accessToken = client.login("user-leaving").getString("accessToken");
    ProbeClient stale = client.copy();
    ProbeClient bearer = client.another().bearer(accessToken);
    assertThat(names(bearer.json("api/caller"))).contains("user-leaving");

    client.post(ProbeClient.LOGOUT);

    assertThat(names(stale.json("api/caller"))).containsOnly("");
    assertThat(names(bearer.json("api/caller"))).containsOnly("");
  }

  private static void assertAgreed(JsonObject caller, String name, String sessionId) {
    JsonObject session = caller.getJsonObject("session");
    assertThat(session.getBoolean("anonymous")).isFalse();
    assertThat(session.getString("id")).isEqualTo(sessionId);
    assertThat(texts(session, "groups")).containsExactly("admin", "user");
    assertThat(session.getString("name")).isEqualTo(name);
    assertThat(texts(caller, "listed")).contains(sessionId);
    for (String view : List.of("container", "request", "rest")) {
      if (caller.containsKey(view)) {
        assertThat(caller.getJsonObject(view).getString("name")).as(view).isEqualTo(name);
        assertThat(texts(caller.getJsonObject(view), "roles"))
            .as(view)
            .isEqualTo(asksThePolicy(view) ? List.of() : List.of("admin", "user"));
      }
    }
  }

  /**
   * The SecurityContext of Payara 6 asks the JVM's {@code java.security.Policy} for roles, which no
   * server can set since JDK 24. Its requests and Jakarta REST do not.
   */
  private static boolean asksThePolicy(String view) {
    return view.equals("container")
        && RunningServer.name().equals("payara-micro")
        && !RunningServer.isOfJakartaEe11()
        && Runtime.version().feature() >= POLICY_IS_GONE;
  }

  private static List<String> names(JsonObject caller) {
    return caller.values().stream()
        .filter(JsonObject.class::isInstance)
        .map(view -> view.asJsonObject().getString("name"))
        .toList();
  }

  private static List<String> texts(JsonObject object, String name) {
    return object.getJsonArray(name).getValuesAs(JsonString::getString);
  }
}

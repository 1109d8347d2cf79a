package dev.cloakroom.it.introspection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Services ask about tokens ({@code /introspect}), and holders end them ({@code /revoke}). */
@OnServerWith(IntrospectionWars.class)
class TokenEndpointsIT {
  private static final String INTROSPECT = "auth/introspect";
  private static final String REVOKE = "auth/revoke";
  private static final String GUARDED = "declared/caller";
  private static final String INACTIVE = "{\"active\":false}";

  private final ProbeClient server;

  TokenEndpointsIT(ServerProcess process) {
    server = ProbeClient.over(process.server());
    IntrospectionWars.DOOR.leadTo(process.server().http());
  }

  private ProbeClient at(Kind kind) {
    return server.another(kind.path());
  }

  private ProbeClient service(Kind kind, String id, String secret) {
    String both = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(UTF_8));
    return at(kind).header("Authorization", "Basic " + both);
  }

  private HttpResponse<String> ask(Kind kind, String token) {
    return service(kind, "asking", IntrospectionWars.SECRET)
        .post(INTROSPECT, Map.of("token", token, "token_type_hint", "refresh_token"));
  }

  private JsonObject told(Kind kind, String token) {
    HttpResponse<String> answer = ask(kind, token);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
    assertThat(answer.headers().allValues("Content-Type")).containsExactly("application/json");
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    return ProbeClient.parse(answer.body());
  }

  private void assertInactive(Kind kind, String token) {
    HttpResponse<String> answer = ask(kind, token);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(INACTIVE);
  }

  private int statusOf(Kind kind, String token) {
    return at(kind).bearer(token).get(GUARDED).statusCode();
  }

  @ParameterizedTest
  @EnumSource
  @Tag("B7")
  void tokensOfALogin_areToldOf_untilItEnds(Kind kind) {
    ProbeClient client = at(kind);
    JsonObject granted = client.login("user-told-" + kind);
    JsonObject access = told(kind, granted.getString("accessToken"));
    JsonObject refresh = told(kind, granted.getString("refreshToken"));

    assertThat(access.getBoolean("active")).isTrue();
    assertThat(access.getString("username")).isEqualTo("user-told-" + kind);
    assertThat(access.getString("token_type")).isEqualTo("Bearer");
    assertThat(access.getString("aud")).isEqualTo("shop-api");
    assertThat(access.getJsonArray("groups").toString()).contains("user");
    assertThat(refresh.getBoolean("active")).isTrue();
    assertThat(refresh).doesNotContainKey("token_type");
    assertThat(refresh.getString("sid")).isEqualTo(access.getString("sid"));

    assertThat(client.post(ProbeClient.LOGOUT).statusCode()).isEqualTo(200);
    assertInactive(kind, granted.getString("accessToken"));
    assertInactive(kind, granted.getString("refreshToken"));
  }

  @ParameterizedTest
  @EnumSource
  @Tag("B7")
  void whatIsNoToken_isInactive(Kind kind) {
    assertInactive(kind, "nonsense");
    assertInactive(kind, at(Kind.JWT).login("user-there").getString("accessToken") + "x");
  }

  @Test
  @Tag("B7")
  void tokenOfTheOtherApplication_isInactive() {
    String token = at(Kind.OPAQUE).login("user-elsewhere").getString("accessToken");

    assertInactive(Kind.JWT, token);
    assertThat(told(Kind.OPAQUE, token).getBoolean("active")).isTrue();
  }

  @Test
  @Tag("B7")
  @Tag("S14")
  void whoDoesNotProveWhoTheyAre_isTold401_whateverElseTheyShow() {
    ProbeClient browser = at(Kind.JWT);
    String token = browser.login("user-curious").getString("accessToken");
    Map<String, String> form = Map.of("token", token);

    for (ProbeClient client :
        new ProbeClient[] {
          at(Kind.JWT),
          browser,
          at(Kind.JWT).bearer(token),
          service(Kind.JWT, "asking", "wrong"),
          service(Kind.JWT, "another", IntrospectionWars.SECRET)
        }) {
      HttpResponse<String> answer = client.post(INTROSPECT, form);
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.headers().firstValue("WWW-Authenticate"))
          .contains("Basic realm=\"cloakroom\"");
      assertThat(answer.body()).doesNotContain("user-curious").contains("invalid_client");
      assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }
    assertThat(told(Kind.JWT, token).getBoolean("active")).isTrue();
  }

  @Test
  @Tag("X16")
  void requestThatIsNoQuestion_isRefused() {
    ProbeClient service = service(Kind.JWT, "asking", IntrospectionWars.SECRET);

    assertThat(service.get(INTROSPECT).statusCode()).isEqualTo(405);
    HttpResponse<String> empty = service.post(INTROSPECT);
    assertThat(empty.statusCode()).isEqualTo(400);
    assertThat(empty.body()).contains("invalid_request");
    assertThat(service.post(INTROSPECT, "application/json", "{}").statusCode()).isEqualTo(415);
  }

  /** Where nobody may ask, the path is the application's. */
  @Test
  void applicationWithoutAskers_hasNoSuchEndpoint() {
    ProbeClient asking = server.another("asking/");

    assertThat(asking.get(INTROSPECT).statusCode()).isEqualTo(404);
    assertThat(asking.get(REVOKE).statusCode()).isEqualTo(405);
  }

  @ParameterizedTest
  @EnumSource
  @Tag("B8")
  void refreshTokenThatIsRevoked_endsItsAccessTokensAtOnce(Kind kind) {
    JsonObject granted = at(kind).login("user-revoking-" + kind);
    String spared = at(kind).login("user-revoking-" + kind).getString("accessToken");
    assertThat(statusOf(kind, granted.getString("accessToken"))).isEqualTo(200);

    HttpResponse<String> answer =
        at(kind)
            .post(
                REVOKE,
                Map.of(
                    "token", granted.getString("refreshToken"), "token_type_hint", "access_token"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(statusOf(kind, granted.getString("accessToken"))).isEqualTo(401);
    assertThat(at(kind).bearer(granted.getString("refreshToken")).post(ProbeClient.REFRESH))
        .matches(refused -> refused.statusCode() == 401);
    assertThat(statusOf(kind, spared)).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource
  @Tag("B8")
  void accessTokenThatIsRevoked_endsItsLogin_andAnUnknownOneNothing(Kind kind) {
    ProbeClient client = at(kind);
    String token = client.login("user-access-" + kind).getString("accessToken");
    assertThat(client.post(REVOKE, Map.of("token", "unknown")).statusCode()).isEqualTo(200);
    assertThat(statusOf(kind, token)).isEqualTo(200);

    assertThat(at(kind).post(REVOKE, Map.of("token", token)).statusCode()).isEqualTo(200);
    assertThat(statusOf(kind, token)).isEqualTo(401);
    assertThat(client.get(GUARDED).statusCode()).isEqualTo(401);
  }
}

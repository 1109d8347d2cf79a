package dev.cloakroom.web;

import static dev.cloakroom.web.Endpoints.json;
import static dev.cloakroom.web.Endpoints.send;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.identitystore.AccessTokens;
import dev.cloakroom.identitystore.OpaqueAccessTokens;
import dev.cloakroom.session.OpenedSession;
import dev.cloakroom.session.RefreshedSession;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import dev.cloakroom.token.OpaqueTokens;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What services are told of our tokens, and who is told. */
@Tag("B7")
class IntrospectServletTest {
  private static final String SECRET = "0123456789abcdef0123456789abcdef";
  private static final String INACTIVE = "{\"active\":false}";

  private final Endpoints endpoints =
      new Endpoints(Map.of("cloakroom.introspection.orders.secret", SECRET));
  private final TokenEndpoints about = new TokenEndpoints(endpoints);
  private final OpenedSession opened = endpoints.app.apiLogin("alice");
  private final String refreshToken = Objects.requireNonNull(opened.refreshToken());
  private final String accessToken = endpoints.app.accessToken(opened.session());

  private static FakeRequest asking(String id, String secret) {
    byte[] both = (id + ":" + secret).getBytes(UTF_8);
    return FakeRequest.post("/introspect")
        .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
  }

  private static FakeRequest asking(String form) {
    return asking("orders", SECRET).body("application/x-www-form-urlencoded", form);
  }

  private FakeResponse answer(FakeRequest request) {
    return send(about.introspect, request);
  }

  private FakeResponse answerAbout(String token) {
    return answer(asking("token=" + token));
  }

  private void assertInactive(String token) {
    FakeResponse response = answerAbout(token);
    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(response.text()).isEqualTo(INACTIVE);
  }

  private void assertError(FakeRequest request, int status, String error) {
    FakeResponse response = answer(request);
    assertThat(response.getStatus()).isEqualTo(status);
    assertThat(json(response).getString("error")).isEqualTo(error);
  }

  @Test
  @Tag("B5")
  void accessToken_isToldOf() {
    FakeResponse response = answerAbout(accessToken);

    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
    assertThat(response.cookies()).isEmpty();
    assertThat(json(response).getBoolean("active")).isTrue();
    assertThat(json(response).getString("token_type")).isEqualTo("Bearer");
    assertThat(json(response).getString("sub")).isEqualTo("alice");
    assertThat(json(response).getString("username")).isEqualTo("alice");
    assertThat(json(response).getString("iss")).isEqualTo("shop");
    assertThat(json(response).getString("aud")).isEqualTo("shop");
    assertThat(json(response).getString("sid")).isEqualTo(opened.session().id());
    assertThat(json(response).getJsonArray("groups")).hasToString("[\"user\"]");
    assertThat(json(response).getString("jti")).isNotEmpty();
    assertThat(json(response).getInt("iat"))
        .isEqualTo((int) endpoints.app.clock.instant().getEpochSecond());
    assertThat(json(response).getInt("exp")).isGreaterThan(json(response).getInt("iat"));
  }

  /** An opaque token says less of itself; who asks is told the same. */
  @Test
  void opaqueAccessToken_isToldOf() {
    OpaqueTokens opaque =
        new OpaqueTokens(
            endpoints.app.keys.deriveMacKey("access token"),
            Duration.ofMinutes(5),
            endpoints.app.clock);
    AccessTokens tokens = new OpaqueAccessTokens(opaque, endpoints.app.resolver);
    about.areAbout(tokens);
    String token = tokens.issue(opened.session()).text();
    FakeResponse response = answerAbout(token);

    assertThat(json(response).getString("sub")).isEqualTo("alice");
    assertThat(json(response)).doesNotContainKey("jti").containsKey("exp");
    assertThat(json(response).getInt("iat"))
        .isEqualTo((int) endpoints.app.clock.instant().getEpochSecond());
    endpoints.app.clock.advance(Duration.ofMinutes(5));
    assertInactive(token);
  }

  /** It is not used by that, nor does it count as shown twice. */
  @Test
  @Tag("R1")
  void refreshToken_isToldOf_andStaysAsItIs() {
    FakeResponse response = answerAbout(refreshToken);

    assertThat(json(response).getBoolean("active")).isTrue();
    assertThat(json(response).getString("token_use")).isEqualTo("refresh");
    assertThat(json(response).getString("sub")).isEqualTo("alice");
    assertThat(json(response)).doesNotContainKeys("token_type", "aud");
    assertThat(json(answerAbout(refreshToken)).getBoolean("active")).isTrue();
    assertThat(endpoints.app.refreshTokens.exchange(refreshToken))
        .isInstanceOf(RefreshedSession.class);
  }

  @Test
  @Tag("R1")
  void refreshToken_thatWasUsed_isInactiveOnceItsGraceIsOver_andEndsNothing() {
    RefreshedSession next = (RefreshedSession) endpoints.app.refreshTokens.exchange(refreshToken);
    assertThat(json(answerAbout(refreshToken)).getBoolean("active")).isTrue();
    endpoints.app.clock.advance(Duration.ofSeconds(10));

    assertInactive(refreshToken);
    assertThat(json(answerAbout(next.refreshToken())).getBoolean("active")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "a.b.c", "%00", "AAAAAAAAAAAAAAAAAAAAAA.1.AAAA"})
  void whatIsNoToken_isInactive(String token) {
    assertInactive(token);
  }

  @Test
  void forgedTokens_areInactive() {
    assertInactive(refreshToken.replaceFirst("....$", "AAAA"));
    assertInactive(accessToken.replaceFirst("....$", "AAAA"));
  }

  @Test
  @Tag("S7")
  void tokensOfALoginThatHasEnded_areInactive() {
    endpoints.app.ender.logOut(opened.session().id());

    assertInactive(accessToken);
    assertInactive(refreshToken);
  }

  @Test
  @Tag("J6")
  void tokensThatHaveRunOut_areInactive() {
    endpoints.app.clock.advance(Duration.ofMinutes(5));
    assertInactive(accessToken);
    endpoints.app.clock.advance(Duration.ofDays(14));
    assertInactive(refreshToken);
  }

  @ParameterizedTest
  @ValueSource(strings = {"access_token", "refresh_token", "other"})
  void hint_isNotGoneBy(String hint) {
    for (String token : new String[] {accessToken, refreshToken}) {
      FakeResponse response = answer(asking("token=" + token + "&token_type_hint=" + hint));
      assertThat(json(response).getBoolean("active")).isTrue();
    }
  }

  @Test
  void whoDoesNotProveWhoTheyAre_isTold401() {
    FakeRequest nobody =
        FakeRequest.post("/introspect")
            .body("application/x-www-form-urlencoded", "token=" + accessToken);
    FakeResponse response = answer(nobody);

    assertThat(response.getStatus()).isEqualTo(401);
    assertThat(response.getHeader("WWW-Authenticate")).isEqualTo("Basic realm=\"cloakroom\"");
    assertError(asking("orders", "wrong"), 401, "invalid_client");
    assertError(asking("others", SECRET), 401, "invalid_client");
    assertError(asking("", ""), 401, "invalid_client");
    assertError(FakeRequest.post("/introspect").bearer(accessToken), 401, "invalid_client");
    assertError(
        asking("orders", SECRET).header("Authorization", "Basic YTpi"), 401, "invalid_client");
  }

  /** Nobody guesses one; who holds a genuine one does not wait for what others have sent. */
  @Test
  @Tag("P1")
  void wrongSecrets_aHundredFromOneAddress_wait_andARightOneDoesNot() {
    for (int i = 0; i < 100; i++) {
      assertThat(answer(asking("orders", "wrong")).getStatus()).isEqualTo(401);
    }

    assertThat(answer(asking("orders", "wrong")).getStatus()).isEqualTo(429);
    assertThat(answerAbout(accessToken).getStatus()).isEqualTo(200);
  }

  @Test
  @Tag("X19")
  void requestWithoutOneToken_is400() {
    assertError(asking("orders", SECRET), 400, "invalid_request");
    assertError(asking("token_type_hint=access_token"), 400, "invalid_request");
    assertError(asking("token="), 400, "invalid_request");
    assertError(asking("token=a&token=b"), 400, "invalid_request");
    assertError(asking("token=%"), 400, "invalid_request");
  }

  @Test
  void bodyOfAnotherKind_isRefused() {
    FakeRequest json = asking("orders", SECRET).body("application/json", "{\"token\":\"a\"}");
    assertThat(answer(json).getStatus()).isEqualTo(415);
    assertThat(answer(asking("token=" + "a".repeat(9000))).getStatus()).isEqualTo(413);
  }

  @Test
  @Tag("X16")
  void otherMethods_areRefused() {
    FakeResponse get = answer(FakeRequest.get("/introspect"));
    assertThat(get.getStatus()).isEqualTo(405);
    assertThat(get.getHeader("Allow")).isEqualTo("OPTIONS, POST");
  }

  @Test
  @Tag("X5")
  void pageOfAnotherOrigin_isRefused() {
    FakeRequest page = asking("token=" + accessToken).header("Sec-Fetch-Site", "cross-site");
    assertThat(answer(page).getStatus()).isEqualTo(403);
  }

  @Test
  @Tag("G7")
  void storeDown_is503() {
    endpoints.app.store.breakDown();
    assertThat(answerAbout(accessToken).getStatus()).isEqualTo(503);
    assertThat(answerAbout(refreshToken).getStatus()).isEqualTo(503);
    endpoints.app.store.repair();

    assertThat(json(answerAbout(accessToken)).getBoolean("active")).isTrue();
  }
}

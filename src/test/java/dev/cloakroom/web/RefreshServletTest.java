package dev.cloakroom.web;

import static dev.cloakroom.web.Endpoints.json;
import static dev.cloakroom.web.Endpoints.reason;
import static dev.cloakroom.web.Endpoints.send;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.identitystore.BearerLookup;
import dev.cloakroom.session.OpenedSession;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import dev.cloakroom.token.RawToken;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshServletTest {
  private final Endpoints endpoints = new Endpoints(Map.of());
  private final OpenedSession opened = endpoints.app.apiLogin("alice");
  private final String token = Objects.requireNonNull(opened.refreshToken());

  private static FakeRequest post() {
    return FakeRequest.post("/refresh");
  }

  private static FakeRequest withBody(String refreshToken) {
    return post().body("application/json", "{\"refreshToken\":\"" + refreshToken + "\"}");
  }

  private FakeResponse answer(FakeRequest request) {
    return send(endpoints.refresh, request);
  }

  private void assertRefused(FakeResponse response, int status, String reason) {
    assertThat(response.getStatus()).isEqualTo(status);
    assertThat(reason(response)).isEqualTo(reason);
  }

  @Test
  @Tag("R1")
  @Tag("B5")
  void header_buysAccessAndTheNextRefreshToken() {
    FakeResponse response = answer(post().bearer(token));

    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(json(response))
        .containsOnlyKeys("accessToken", "token", "refreshToken", "tokenType", "expiresIn");
    assertThat(json(response).getString("refreshToken"))
        .startsWith(opened.session().id() + ".2.")
        .isNotEqualTo(token);
    assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
    assertThat(response.cookies()).isEmpty();
    assertThat(
            endpoints.app.accessTokens.lookUp(
                new RawToken(json(response).getString("accessToken"))))
        .isInstanceOf(BearerLookup.Accepted.class);
  }

  @Test
  void body_buysTheSame() {
    assertThat(answer(withBody(token)).getStatus()).isEqualTo(200);
    FakeRequest form = post().body("application/x-www-form-urlencoded", "refreshToken=" + token);
    assertThat(answer(form).getStatus()).isEqualTo(200);
  }

  @Test
  @Tag("R1")
  void tokenUsedBeforeAndAfterItsGrace_endsTheLogin() {
    String second = json(answer(withBody(token))).getString("refreshToken");
    assertThat(json(answer(withBody(token))).getString("refreshToken")).isEqualTo(second);
    endpoints.app.clock.advance(Duration.ofSeconds(11));

    assertRefused(answer(withBody(token)), 401, "refresh-token-reused");
    assertRefused(answer(withBody(second)), 401, "session-ended");
  }

  @Test
  @Tag("B3")
  void headerAndBody_isAmbiguous() {
    assertRefused(answer(withBody(token).bearer(token)), 400, "ambiguous-credentials");
    assertRefused(answer(post().bearer(token).bearer(token)), 400, "ambiguous-credentials");
    assertThat(answer(post().bearer(token)).getStatus()).isEqualTo(200);
  }

  @Test
  void nothing_is400() {
    FakeRequest empty = post().body("application/json", "{\"refreshToken\":null}");

    assertRefused(answer(post()), 400, "malformed-request");
    assertRefused(answer(empty), 400, "malformed-request");
    assertRefused(answer(post().header("Authorization", "Basic YTpi")), 400, "malformed-request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "a.b.c"})
  void tokenOfNoKindOfOurs_is401(String shown) {
    FakeResponse response = answer(post().bearer(shown));

    assertRefused(response, 401, "invalid-token");
    assertThat(response.getHeader("WWW-Authenticate")).contains("error=\"invalid_token\"");
  }

  @Test
  void malformedHeader_is401() {
    assertRefused(answer(post().header("Authorization", "Bearer a b")), 401, "invalid-token");
  }

  @Test
  @Tag("J10")
  void accessTokenAsRefreshToken_is401() {
    assertRefused(
        answer(post().bearer(endpoints.app.accessToken(opened.session()))), 401, "invalid-token");
    assertThat(answer(post().bearer(token)).getStatus()).isEqualTo(200);
  }

  @Test
  @Tag("S7")
  void tokenOfAnEndedSession_is401() {
    endpoints.app.ender.logOut(opened.session().id());

    assertRefused(answer(post().bearer(token)), 401, "session-ended");
  }

  @Test
  @Tag("R5")
  void tokenThatLayIdle_is401() {
    endpoints.app.clock.advance(Duration.ofDays(14).minusMillis(1));
    String next = json(answer(post().bearer(token))).getString("refreshToken");
    endpoints.app.clock.advance(Duration.ofDays(14));

    assertRefused(answer(post().bearer(next)), 401, "session-expired");
  }

  /** Who holds a genuine one does not wait for what others have sent from the same address. */
  @Test
  @Tag("P1")
  void tokensOfNoKindOfOurs_aHundredFromOneAddress_wait_andAGenuineOneDoesNot() {
    for (int i = 0; i < 100; i++) {
      assertRefused(answer(post().bearer("a.b.c")), 401, "invalid-token");
    }

    FakeResponse waiting = answer(post().bearer(token.replaceFirst("....$", "AAAA")));
    assertRefused(waiting, 429, "too-many-requests");
    assertThat(waiting.getHeader("Retry-After")).isEqualTo("10");
    assertRefused(answer(post().from("192.0.2.8", "x.example").bearer("a")), 401, "invalid-token");
    assertThat(answer(post().bearer(token)).getStatus()).isEqualTo(200);
  }

  @Test
  @Tag("G7")
  void storeDown_is503AndTheTokenStillWorksLater() {
    endpoints.app.store.breakDown();
    assertRefused(answer(post().bearer(token)), 503, "unavailable");
    endpoints.app.store.repair();

    assertThat(answer(post().bearer(token)).getStatus()).isEqualTo(200);
  }
}

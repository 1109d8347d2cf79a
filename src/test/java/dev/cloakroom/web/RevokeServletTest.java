package dev.cloakroom.web;

import static dev.cloakroom.web.Endpoints.json;
import static dev.cloakroom.web.Endpoints.send;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.event.LoggedOut;
import dev.cloakroom.identitystore.BearerLookup;
import dev.cloakroom.session.OpenedSession;
import dev.cloakroom.session.RefreshedSession;
import dev.cloakroom.session.SessionRefusal;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import dev.cloakroom.testing.OtherIssuer;
import dev.cloakroom.token.RawToken;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that their holders end. */
@Tag("B8")
class RevokeServletTest {
  private final OtherIssuer other = new OtherIssuer("partner");
  private final Endpoints endpoints = new Endpoints(other.settings());
  private final TokenEndpoints about = new TokenEndpoints(endpoints);
  private final OpenedSession opened = endpoints.app.apiLogin("alice");
  private final String refreshToken = Objects.requireNonNull(opened.refreshToken());
  private final String accessToken = endpoints.app.accessToken(opened.session());

  private FakeResponse revoke(String form) {
    return send(
        about.revoke, FakeRequest.post("/revoke").body("application/x-www-form-urlencoded", form));
  }

  private void assertRevoked(String form) {
    FakeResponse response = revoke(form);
    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(response.text()).isEqualTo("{}");
    assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
    assertThat(response.cookies()).isEmpty();
  }

  private BearerLookup lookUp(String token) {
    return endpoints.app.accessTokens.lookUp(new RawToken(token));
  }

  private void assertEnded() {
    assertThat(lookUp(accessToken)).isEqualTo(new BearerLookup.SessionOver(SessionRefusal.ENDED));
    assertThat(endpoints.app.refreshTokens.exchange(refreshToken)).isEqualTo(SessionRefusal.ENDED);
    assertThat(endpoints.app.eventsOf(LoggedOut.class)).hasSize(1);
  }

  @Test
  @Tag("R4")
  void refreshToken_endsItsAccessTokensAtOnce_andNobodyElses() {
    OpenedSession bystander = endpoints.app.apiLogin("alice");
    String spared = endpoints.app.accessToken(bystander.session());
    assertThat(lookUp(accessToken)).isInstanceOf(BearerLookup.Accepted.class);

    assertRevoked("token=" + refreshToken);

    assertEnded();
    assertThat(lookUp(spared)).isInstanceOf(BearerLookup.Accepted.class);
  }

  @Test
  void accessToken_endsItsLogin() {
    assertRevoked("token=" + accessToken);

    assertEnded();
  }

  /** Whoever has an old one had the chain. */
  @Test
  void refreshTokenThatWasUsed_endsItsLogin() {
    assertThat(endpoints.app.refreshTokens.exchange(refreshToken))
        .isInstanceOf(RefreshedSession.class);
    assertRevoked("token=" + refreshToken);

    assertThat(lookUp(accessToken)).isEqualTo(new BearerLookup.SessionOver(SessionRefusal.ENDED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"access_token", "refresh_token", "other"})
  void hint_isNotGoneBy(String hint) {
    assertRevoked("token_type_hint=" + hint + "&token=" + refreshToken);

    assertEnded();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "a.b.c", "AAAAAAAAAAAAAAAAAAAAAA.1.AAAA"})
  void unknownToken_is200_andEndsNothing(String token) {
    assertRevoked("token=" + token);
    assertRevoked("token=" + refreshToken.replaceFirst("....$", "AAAA"));

    assertThat(lookUp(accessToken)).isInstanceOf(BearerLookup.Accepted.class);
  }

  @Test
  void twice_isTheSame() {
    assertRevoked("token=" + refreshToken);
    assertRevoked("token=" + refreshToken);

    assertEnded();
  }

  @Test
  @Tag("J22")
  void tokenOfAnotherIssuer_isEndedAlone() {
    about.areAbout(OtherIssuer.takenBy(endpoints.app));
    String token = other.token("bob", endpoints.app.clock.instant());
    String another = other.token("bob", endpoints.app.clock.instant());

    assertRevoked("token=" + token);

    assertThat(about.revoke.accessTokens.lookUp(new RawToken(token)))
        .isEqualTo(new BearerLookup.SessionOver(SessionRefusal.ENDED));
    assertThat(about.revoke.accessTokens.lookUp(new RawToken(another)))
        .isInstanceOf(BearerLookup.Foreign.class);
  }

  @Test
  void tokenOfAnotherIssuerWithoutAnId_cannotBeEnded() {
    about.areAbout(OtherIssuer.takenBy(endpoints.app));
    Map<String, Object> without = new HashMap<>();
    without.put("jti", null);
    String token = other.token("bob", endpoints.app.clock.instant(), without);
    FakeResponse response = revoke("token=" + token);

    assertThat(response.getStatus()).isEqualTo(400);
    assertThat(json(response).getString("error")).isEqualTo("unsupported_token_type");
  }

  @Test
  void requestWithoutOneToken_is400() {
    for (String form : new String[] {"", "token=", "token=a&token=b"}) {
      FakeResponse response = revoke(form);
      assertThat(response.getStatus()).isEqualTo(400);
      assertThat(json(response).getString("error")).isEqualTo("invalid_request");
    }
  }

  @Test
  @Tag("G7")
  void storeDown_is503_andEndsWhenItIsBack() {
    endpoints.app.store.breakDown();
    assertThat(revoke("token=" + refreshToken).getStatus()).isEqualTo(503);
    endpoints.app.store.repair();

    assertRevoked("token=" + refreshToken);
    assertEnded();
  }
}

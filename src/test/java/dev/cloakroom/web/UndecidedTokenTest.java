package dev.cloakroom.web;

import static dev.cloakroom.web.Endpoints.reason;
import static dev.cloakroom.web.Endpoints.send;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.http.Reason;
import dev.cloakroom.http.Refusal;
import dev.cloakroom.identitystore.AccessTokens;
import dev.cloakroom.servlet.Logout;
import dev.cloakroom.servlet.ShownLogins;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import dev.cloakroom.testing.LogLines;
import dev.cloakroom.testing.UndecidedTokens;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tokens of an issuer that is down: no failure of our store, of which the log must tell. */
@Tag("G7")
@SuppressWarnings("UnnecessaryAssignment") // stands in for the container, which injects
class UndecidedTokenTest {
  private final Endpoints endpoints = new Endpoints(Map.of());
  private final TokenEndpoints about = new TokenEndpoints(endpoints);
  private final AccessTokens tokens = new UndecidedTokens(endpoints.app.accessTokens);

  private static void assertUnavailable(FakeResponse response) {
    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(reason(response)).isEqualTo("unavailable");
    assertThat(response.getHeader("Retry-After")).isEqualTo("5");
  }

  private FakeResponse revoke() {
    return send(
        about.revoke,
        FakeRequest.post("/revoke").body("application/x-www-form-urlencoded", "token=a.b.c"));
  }

  @Test
  void revoke_isUnavailable_andNotLogged() {
    about.areAbout(tokens);
    try (LogLines log = LogLines.of("dev.cloakroom.web")) {
      assertUnavailable(revoke());

      assertThat(log.lines()).isEmpty();
    }
  }

  @Test
  void logout_isUnavailable_andNotLogged() {
    endpoints.logout.logout =
        new Logout(
            endpoints.app.ender,
            endpoints.app.cookie,
            new ShownLogins(
                endpoints.app.credentials,
                endpoints.app.crossOrigin,
                endpoints.app.resolver,
                new ShownLogins.Tokens(tokens::sessionIdAtAnyTime, tokens::foreignLogin)));
    FakeRequest request = FakeRequest.post("/logout").bearer("a.b.c");
    request.setAttribute(Refusal.ATTRIBUTE, Refusal.bearer(Reason.UNAVAILABLE));
    try (LogLines log = LogLines.of("dev.cloakroom.web")) {
      for (FakeRequest each : List.of(request, FakeRequest.post("/logout").bearer("a.b.c"))) {
        FakeResponse response = send(endpoints.logout, each);
        assertUnavailable(response);
        assertThat(response.cookies()).isEmpty();
      }

      assertThat(log.lines()).isEmpty();
    }
  }

  /** Which it must tell of. */
  @Test
  void storeDown_isLogged() {
    String refreshToken = String.valueOf(endpoints.app.apiLogin("alice").refreshToken());
    endpoints.app.store.breakDown();
    try (LogLines log = LogLines.of("dev.cloakroom.web")) {
      assertUnavailable(
          send(
              about.revoke,
              FakeRequest.post("/revoke")
                  .body("application/x-www-form-urlencoded", "token=" + refreshToken)));

      assertThat(log.lines()).singleElement().asString().contains("The session store failed");
    }
  }
}

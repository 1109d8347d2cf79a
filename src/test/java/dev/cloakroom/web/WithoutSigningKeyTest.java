package dev.cloakroom.web;

import static dev.cloakroom.web.FactorClient.answer;
import static dev.cloakroom.web.FactorClient.ofBrowser;
import static dev.cloakroom.web.FactorClient.pair;
import static dev.cloakroom.web.FactorClient.password;
import static dev.cloakroom.web.FactorClient.rightTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.event.LoginElevated;
import dev.cloakroom.servlet.RequestLogin;
import dev.cloakroom.session.OpenedSession;
import dev.cloakroom.session.StoredLoginSession;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import dev.cloakroom.testing.NumberFactor;
import dev.cloakroom.testing.TestApplication;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Requests that bring tokens, while the store that has the keys to sign them cannot be asked. */
@Tag("G7")
class WithoutSigningKeyTest {
  private final Endpoints endpoints = new Endpoints(Map.of("cloakroom.refresh.grace", "PT0S"));
  private final TestApplication app = endpoints.app;
  private final FactorClient client = new FactorClient(endpoints);

  private void enroll() {
    endpoints.second.beans.add(new NumberFactor());
  }

  private static void assertUnavailable(FakeResponse response) {
    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(response.getHeader("Retry-After")).isNotNull();
    assertThat(response.cookies()).isEmpty();
  }

  @Test
  void login_opensNothing() {
    app.signing.breakDown();
    assertUnavailable(client.login(password()));
    client.assertNobodyIsLoggedIn();

    app.signing.repair();
    assertThat(client.login(password()).getStatus()).isEqualTo(200);
  }

  @Test
  @Tag("P8")
  void rightAnswer_opensNothing_andIsStillGood() {
    enroll();
    JsonObject begun = client.begun();
    app.signing.breakDown();
    assertUnavailable(client.proven(begun));
    client.assertNobodyIsLoggedIn();

    app.signing.repair();
    assertThat(client.proven(begun).getStatus()).isEqualTo(200);
  }

  /** Who gets a cookie alone needs no key. */
  @Test
  @Tag("P8")
  void rightAnswer_ofABrowser_logsIn() {
    enroll();
    app.signing.breakDown();
    FakeResponse begun = client.login(ofBrowser(password()));
    FakeRequest right = answer(rightTo(Endpoints.json(begun)));

    assertThat(client.factor(ofBrowser(right).cookie(pair(begun, FactorClient.COOKIE))).getStatus())
        .isEqualTo(200);
  }

  @Test
  @Tag("S13")
  void rightAnswer_ofAProgramThatIsLoggedIn_raisesNothing_andIsStillGood() {
    enroll();
    OpenedSession opened = app.apiLogin("alice");
    StoredLoginSession session =
        (StoredLoginSession) app.resolver.byVerifiedId(opened.session().id());
    JsonObject asked =
        Endpoints.json(client.factor(byToken(session, FakeRequest.get("/login/factor"))));
    app.signing.breakDown();
    assertUnavailable(client.factor(byToken(session, right(asked))));
    assertThat(app.eventsOf(LoginElevated.class)).isEmpty();

    app.signing.repair();
    assertThat(client.factor(byToken(session, right(asked))).getStatus()).isEqualTo(200);
  }

  private static FakeRequest right(JsonObject asked) {
    return answer(rightTo(asked), asked.getString("factorToken"));
  }

  private static FakeRequest byToken(StoredLoginSession session, FakeRequest request) {
    new RequestLogin.ByToken(session, null).establish(request, new FakeResponse());
    return request;
  }

  /** Shown again, it would be theft, had it been used up. */
  @Test
  @Tag("R1")
  void refresh_usesNothingUp() {
    String token = Objects.requireNonNull(app.apiLogin("alice").refreshToken());
    app.signing.breakDown();
    assertUnavailable(
        Endpoints.send(endpoints.refresh, FakeRequest.post("/refresh").bearer(token)));

    app.signing.repair();
    FakeResponse refreshed =
        Endpoints.send(endpoints.refresh, FakeRequest.post("/refresh").bearer(token));
    assertThat(refreshed.getStatus()).isEqualTo(200);
  }
}

package dev.cloakroom.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.AccessDeniedException;
import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.event.EndReason;
import dev.cloakroom.http.Reason;
import dev.cloakroom.http.Refusal;
import dev.cloakroom.identitystore.AccessTokens;
import dev.cloakroom.servlet.RequestLogin;
import dev.cloakroom.session.LoginElevation;
import dev.cloakroom.session.NewProof;
import dev.cloakroom.session.OpenedSession;
import dev.cloakroom.session.RefreshedSession;
import dev.cloakroom.session.SessionRefusal;
import dev.cloakroom.session.StoredLoginSession;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import dev.cloakroom.testing.Stub;
import dev.cloakroom.testing.TestApplication;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RequestElevationTest {
  private static final NewProof OTP = new NewProof(2, Set.of("otp"));

  private final TestApplication app = new TestApplication();
  private final FakeRequest request = FakeRequest.post("/code");

  private RequestElevation by(AccessTokens tokens) {
    LoginElevation elevation = new LoginElevation(app.sessions, app.refreshTokens, app.random);
    return new RequestElevation(elevation, app.cookie, tokens);
  }

  private OpenedSession withToken() {
    OpenedSession opened = app.apiLogin("alice");
    StoredLoginSession session =
        (StoredLoginSession) app.resolver.byVerifiedId(opened.session().id());
    new RequestLogin.ByToken(session, null).establish(request, new FakeResponse());
    return opened;
  }

  private OpenedSession withTicket() {
    OpenedSession opened = app.browserLogin("alice");
    new RequestLogin.ByTicket(opened.session(), opened.ticket())
        .establish(request, new FakeResponse());
    return opened;
  }

  private Object exchanged(OpenedSession opened) {
    return app.refreshTokens.exchange(Objects.requireNonNull(opened.refreshToken()));
  }

  private Object refusal() {
    assertThatExceptionOfType(AccessDeniedException.class)
        .isThrownBy(() -> by(app.accessTokens).now(request, OTP));
    return Objects.requireNonNull(request.getAttribute(Refusal.ATTRIBUTE));
  }

  /** As of a caller in too many groups, whose earlier tokens must then go on. */
  @Test
  @Tag("G7")
  void tokenThatCannotBeMade_changesNothing() {
    OpenedSession opened = withToken();
    AccessTokens full =
        Stub.of(
            AccessTokens.class,
            Map.of(
                "issue",
                unused -> {
                  throw new IllegalArgumentException("too many groups");
                }));

    assertThatThrownBy(() -> by(full).now(request, OTP)).hasMessage("too many groups");

    assertThat(exchanged(opened)).isInstanceOf(RefreshedSession.class);
  }

  @Test
  @Tag("R1")
  void tokenThatIsMade_takesThePlaceOfTheEarlierOnes() {
    OpenedSession opened = withToken();

    assertThat(by(app.accessTokens).now(request, OTP)).isPresent();

    assertThat(exchanged(opened)).isEqualTo(SessionRefusal.UNKNOWN);
  }

  @Test
  @Tag("G7")
  void storeThatFails_elevatesNothing() {
    OpenedSession opened = withTicket();
    app.store.refuseChanges();

    assertThatExceptionOfType(StoreUnavailableException.class)
        .isThrownBy(() -> by(app.accessTokens).now(request, OTP));

    app.store.repair();
    StoredLoginSession session = (StoredLoginSession) app.resolver.byTicket(opened.ticket());
    assertThat(session.level()).isEqualTo(1);
  }

  /** The container's session goes on with the first, and not with the second. */
  @Test
  @Tag("S3")
  void cookieThatAnotherRequestHasElevated_isLate_andOneOfAnEndedLoginIsNot() {
    withTicket();
    assertThat(by(app.accessTokens).now(request, OTP)).isEmpty();
    OpenedSession other = withTicket();
    by(app.accessTokens).now(request, OTP);
    new RequestLogin.ByTicket(other.session(), other.ticket())
        .establish(request, new FakeResponse());
    assertThat(refusal()).isEqualTo(Refusal.lateCookie(Reason.INVALID_TOKEN));

    OpenedSession ended = withTicket();
    app.ender.end(ended.session().id(), EndReason.LOGGED_OUT);
    assertThat(refusal()).isEqualTo(Refusal.cookie(Reason.SESSION_ENDED));
  }
}

package dev.cloakroom.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.http.Reason;
import dev.cloakroom.http.Refusal;
import dev.cloakroom.session.OpenedSession;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import dev.cloakroom.testing.FakeSession;
import dev.cloakroom.testing.TestApplication;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The container's session of a client that logged in, and of one that did not. */
class ContainerSessionTest {
  private final TestApplication app = new TestApplication();
  private final FakeSession session = new FakeSession().joined();

  private FakeRequest request() {
    return FakeRequest.get("/page").in(session);
  }

  private void requestBy(OpenedSession login) {
    FakeRequest request = request();
    new RequestLogin.ByTicket(login.session(), login.ticket())
        .establish(request, new FakeResponse());
    ContainerSession.followLogin(request);
  }

  private void requestRefused(Refusal refusal) {
    FakeRequest request = request();
    request.setAttribute(Refusal.ATTRIBUTE, refusal);
    ContainerSession.followLogin(request);
  }

  private final OpenedSession alice = app.browserLogin("alice");

  @BeforeEach
  void aliceIsLoggedIn() {
    requestBy(alice);
    assertThat(session.isInvalidated()).isFalse();
  }

  @Test
  void sameLogin_goesOn() {
    requestBy(alice);

    assertThat(session.isInvalidated()).isFalse();
  }

  @Test
  @Tag("S3")
  void anotherLogin_endsIt() {
    requestBy(app.browserLogin("alice"));

    assertThat(session.isInvalidated()).isTrue();
  }

  static List<Refusal> loginIsOver() {
    return List.of(
        Refusal.nothingPresented(),
        Refusal.cookie(Reason.SESSION_ENDED),
        Refusal.cookie(Reason.SESSION_EXPIRED),
        Refusal.cookie(Reason.INVALID_TOKEN));
  }

  @ParameterizedTest
  @MethodSource("loginIsOver")
  @Tag("S7")
  void loginIsOver_endsIt(Refusal refusal) {
    requestRefused(refusal);

    assertThat(session.isInvalidated()).isTrue();
  }

  /** Nobody must lose it for what somebody else, or a store that is down, makes of a request. */
  static List<Refusal> loginMayStillLive() {
    return List.of(
        Refusal.cookie(Reason.UNAVAILABLE),
        Refusal.cookie(Reason.CROSS_ORIGIN_REFUSED),
        Refusal.cookie(Reason.AMBIGUOUS_CREDENTIALS),
        Refusal.lateCookie(Reason.INVALID_TOKEN),
        Refusal.bearer(Reason.INVALID_TOKEN));
  }

  @ParameterizedTest
  @MethodSource("loginMayStillLive")
  @Tag("G7")
  void loginMayStillLive_leavesItAlone(Refusal refusal) {
    requestRefused(refusal);

    assertThat(session.isInvalidated()).isFalse();
  }

  /** Its body must stay readable, and the login decides itself. */
  @Test
  void requestThatTheMechanismSaysNothingOf_leavesItAlone() {
    ContainerSession.followLogin(request());

    assertThat(session.isInvalidated()).isFalse();
  }

  @Test
  void sessionFromBeforeAnyLogin_isLeftToAnonymousClients() {
    FakeSession anonymous = new FakeSession().joined();
    ContainerSession.followLogin(FakeRequest.get("/page").in(anonymous));

    assertThat(anonymous.isInvalidated()).isFalse();
  }

  @Test
  void sessionThatAnotherRequestHasEnded_isNoTrouble() {
    session.invalidate();

    requestBy(alice);
    ContainerSession.followLogin(FakeRequest.get("/page"));
  }

  @Test
  @Tag("S3")
  void handOver_atLogin_renamesAnAnonymousOne_andEndsThatOfALogin() {
    FakeSession anonymous = new FakeSession().joined();
    ContainerSession.handOver(FakeRequest.get("/login").in(anonymous));
    ContainerSession.handOver(request());
    ContainerSession.handOver(FakeRequest.get("/login"));

    assertThat(anonymous.isInvalidated()).isFalse();
    assertThat(anonymous.getId()).isEqualTo("second");
    assertThat(session.isInvalidated()).isTrue();
  }
}

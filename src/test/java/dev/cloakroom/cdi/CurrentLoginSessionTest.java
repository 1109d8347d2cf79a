package dev.cloakroom.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.LoginSession;
import dev.cloakroom.LoginSnapshot;
import dev.cloakroom.servlet.RequestLogin;
import dev.cloakroom.session.OpenedSession;
import dev.cloakroom.task.CurrentLogin;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import dev.cloakroom.testing.Stub;
import dev.cloakroom.testing.TestApplication;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CurrentLoginSessionTest {
  private final TestApplication app = new TestApplication();
  private final FakeRequest request = FakeRequest.get("/page");
  private final CurrentLoginSession current = new CurrentLoginSession();

  @BeforeEach
  @SuppressWarnings("UnnecessaryAssignment") // stands in for the container, which injects
  void inject() {
    current.login = new CurrentLogin(request);
    current.request = request;
    current.renewal = () -> app.renewal;
  }

  private static void assertAnonymous(LoginSession session) {
    assertThat(session.isAnonymous()).isTrue();
    assertThat(session.id()).isEmpty();
    assertThat(session.callerName()).isEmpty();
    assertThat(session.groups()).isEmpty();
    assertThat(session.authenticationMethods()).isEmpty();
    assertThat(session.address()).isEmpty();
    assertThat(session.userAgent()).isEmpty();
    assertThat(session.isFresh()).isFalse();
    assertThat(session.createdAt()).isEqualTo(Instant.EPOCH);
    assertThat(session.lastSeenAt()).isEqualTo(Instant.EPOCH);
    assertThat(session.expiresAt()).isEqualTo(Instant.EPOCH);
    session.rotate();
  }

  @Test
  void nobodyLoggedIn_isTheAnonymousSession() {
    assertAnonymous(AnonymousSession.INSTANCE);
    assertAnonymous(current);
  }

  @Test
  void somebodyLoggedIn_isTheirSession() {
    OpenedSession opened = app.browserLogin("alice");
    new RequestLogin.ByTicket(opened.session(), opened.ticket())
        .establish(request, new FakeResponse());

    LoginSession session = opened.session();
    assertThat(current.isAnonymous()).isFalse();
    assertThat(current.id()).isEqualTo(session.id());
    assertThat(current.callerName()).isEqualTo("alice");
    assertThat(current.groups()).isEqualTo(session.groups());
    assertThat(current.authenticationMethods()).isEqualTo(session.authenticationMethods());
    assertThat(current.createdAt()).isEqualTo(session.createdAt());
    assertThat(current.lastSeenAt()).isEqualTo(session.lastSeenAt());
    assertThat(current.expiresAt()).isEqualTo(session.expiresAt());
    assertThat(current.address()).isEqualTo(session.address());
    assertThat(current.userAgent()).isEqualTo(session.userAgent());
    assertThat(current.isFresh()).isTrue();
  }

  @Test
  void rotate_setsTheNewCookieOnTheRequestsResponse() {
    OpenedSession opened = app.browserLogin("alice");
    FakeResponse response = new FakeResponse();
    new RequestLogin.ByTicket(opened.session(), opened.ticket()).establish(request, response);

    current.rotate();

    assertThat(response.cookies()).hasSize(1);
  }

  static Stream<RuntimeException> noRequest() {
    return Stream.of(new ContextNotActiveException(), new IllegalStateException());
  }

  @ParameterizedTest
  @MethodSource("noRequest")
  @SuppressWarnings("UnnecessaryAssignment") // stands in for the container, which injects
  void outsideOfARequest_isTheAnonymousSession(RuntimeException thrown) {
    HttpServletRequest none =
        Stub.of(
            HttpServletRequest.class,
            Map.of(
                "getAttribute",
                asked -> {
                  throw thrown;
                }));
    current.login = new CurrentLogin(none);
    current.request = none;

    assertAnonymous(current);
    assertThat(current.snapshot().isAnonymous()).isTrue();
  }

  @Test
  void snapshot_isWhatTheSessionWas() {
    OpenedSession opened = app.browserLogin("alice");
    new RequestLogin.ByTicket(opened.session(), opened.ticket())
        .establish(request, new FakeResponse());

    LoginSnapshot snapshot = current.snapshot();
    RequestLogin.forget(request);

    LoginSession session = opened.session();
    assertThat(current.snapshot().isAnonymous()).isTrue();
    assertThat(snapshot.isAnonymous()).isFalse();
    assertThat(snapshot.id()).isEqualTo(session.id());
    assertThat(snapshot.callerName()).isEqualTo("alice");
    assertThat(snapshot.groups()).isEqualTo(session.groups());
    assertThat(snapshot.authenticationMethods()).isEqualTo(session.authenticationMethods());
    assertThat(snapshot.createdAt()).isEqualTo(session.createdAt());
    assertThat(snapshot.lastSeenAt()).isEqualTo(session.lastSeenAt());
    assertThat(snapshot.expiresAt()).isEqualTo(session.expiresAt());
    assertThat(snapshot.address()).isEqualTo(session.address());
    assertThat(snapshot.userAgent()).isEqualTo(session.userAgent());
    assertThat(snapshot.toString()).doesNotContain(opened.ticket().secret().text());
  }
}

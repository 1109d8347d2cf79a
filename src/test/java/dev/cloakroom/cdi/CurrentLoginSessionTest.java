package dev.cloakroom.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.LoginSession;
import dev.cloakroom.servlet.RequestLogin;
import dev.cloakroom.session.OpenedSession;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import dev.cloakroom.testing.TestApplication;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CurrentLoginSessionTest {
  private final TestApplication app = new TestApplication();
  private final FakeRequest request = FakeRequest.get("/page");
  private final CurrentLoginSession current = new CurrentLoginSession();

  @BeforeEach
  @SuppressWarnings("UnnecessaryAssignment") // stands in for the container, which injects
  void inject() {
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
}

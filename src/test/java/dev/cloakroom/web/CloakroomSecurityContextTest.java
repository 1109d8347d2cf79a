package dev.cloakroom.web;

import static dev.cloakroom.testing.TestApplication.cookieOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.cloakroom.event.LoggedIn;
import dev.cloakroom.event.LoginSessionEnded;
import dev.cloakroom.servlet.RequestLogin;
import dev.cloakroom.session.OpenedSession;
import dev.cloakroom.session.StoredLoginSession;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the application is told that it has authenticated. */
class CloakroomSecurityContextTest {
  private final Endpoints endpoints = new Endpoints(Map.of());
  private final FakeResponse response = new FakeResponse();

  private AuthenticationStatus authenticate(FakeRequest request, String password) {
    return endpoints.context.authenticate(
        request,
        response,
        AuthenticationParameters.withParams()
            .credential(new UsernamePasswordCredential("alice", password)));
  }

  @Test
  void rightPassword_isSuccess_andAnnouncedOnce() {
    FakeRequest request = FakeRequest.post("/own");

    assertThat(authenticate(request, Endpoints.PASSWORD)).isEqualTo(AuthenticationStatus.SUCCESS);

    assertThat(RequestLogin.of(request)).isNotNull();
    assertThat(endpoints.app.eventsOf(LoggedIn.class)).hasSize(1);
  }

  @Test
  @Tag("G8")
  void wrongPassword_isAFailure_andNothingChanges() {
    FakeRequest request = FakeRequest.post("/own");

    assertThat(authenticate(request, "wrong")).isEqualTo(AuthenticationStatus.SEND_FAILURE);

    assertThat(RequestLogin.of(request)).isNull();
    assertThat(response.cookies()).isEmpty();
    assertThat(endpoints.app.eventsOf(LoggedIn.class)).isEmpty();
  }

  @Test
  void login_isAnnouncedOnceTheServerHasAnswered() {
    List<Integer> announced = new ArrayList<>();
    endpoints.veto(
        () -> {
          announced.add(endpoints.app.eventsOf(LoggedIn.class).size());
          return AuthenticationStatus.SUCCESS;
        });

    authenticate(FakeRequest.post("/own"), Endpoints.PASSWORD);

    assertThat(announced).containsExactly(0);
    assertThat(endpoints.app.eventsOf(LoggedIn.class)).hasSize(1);
  }

  @Test
  void login_isAnnounced_alsoWhenTheServerThrows() {
    endpoints.veto(
        () -> {
          throw new IllegalStateException("vetoed");
        });

    assertThat(authenticate(FakeRequest.post("/own"), Endpoints.PASSWORD))
        .isEqualTo(AuthenticationStatus.SEND_FAILURE);

    assertThat(endpoints.app.events)
        .filteredOn(event -> event instanceof LoggedIn || event instanceof LoginSessionEnded)
        .hasExactlyElementsOfTypes(LoggedIn.class, LoginSessionEnded.class);
  }

  @Test
  @Tag("G8")
  void serverThatReportsSuccessForTheCallerItHas_isAskedAnew() {
    OpenedSession bob = endpoints.app.browserLogin("bob");
    FakeRequest request = bobs(bob);
    endpoints.answerForWhomItHas(request);

    assertThat(authenticate(request, "wrong")).isEqualTo(AuthenticationStatus.SEND_FAILURE);

    assertThat(RequestLogin.of(request)).isNotNull();
    assertThat(endpoints.app.resolver.byTicket(bob.ticket()))
        .isInstanceOf(StoredLoginSession.class);
    assertThat(response.cookies()).isEmpty();
  }

  @Test
  @Tag("S3")
  void serverThatReportsSuccessForTheCallerItHas_logsInWhoIsAnother() {
    OpenedSession bob = endpoints.app.browserLogin("bob");
    FakeRequest request = bobs(bob);
    endpoints.answerForWhomItHas(request);

    assertThat(authenticate(request, Endpoints.PASSWORD)).isEqualTo(AuthenticationStatus.SUCCESS);

    assertThat(RequestLogin.of(request))
        .extracting(login -> login.session().callerName())
        .isEqualTo("alice");
    assertThat(endpoints.app.resolver.byTicket(bob.ticket()))
        .isNotInstanceOf(StoredLoginSession.class);
  }

  private static FakeRequest bobs(OpenedSession bob) {
    return Endpoints.by(bob, FakeRequest.post("/own").cookie(cookieOf(bob)));
  }

  @Test
  void afterTheAnswerHasBegun_isRefusedBeforeAnythingIsOpened() throws Exception {
    response.flushBuffer();

    assertThatIllegalStateException()
        .isThrownBy(() -> authenticate(FakeRequest.post("/own"), Endpoints.PASSWORD))
        .withMessageContaining("already committed");

    assertThat(endpoints.app.sessions.store().findByCaller("alice")).isEmpty();
  }

  @Test
  @Tag("G8")
  void withoutCredential_isSuccessOnlyForACaller() {
    endpoints.bypassMechanism(AuthenticationStatus.SUCCESS);
    AuthenticationParameters none = AuthenticationParameters.withParams();
    FakeRequest known = Endpoints.by(endpoints.app.browserLogin("bob"), FakeRequest.get("/own"));

    assertThat(endpoints.context.authenticate(FakeRequest.get("/own"), response, none))
        .isEqualTo(AuthenticationStatus.NOT_DONE);
    assertThat(endpoints.context.authenticate(known, response, none))
        .isEqualTo(AuthenticationStatus.SUCCESS);
  }

  /** As Payara Micro 7 does after a logout, and outside of requests. */
  @Test
  void serverThatThrowsWhereNobodyIsLoggedIn_hasNobody() {
    endpoints.throwWhoeverIsAskedFor();

    assertThat(endpoints.context.getCallerPrincipal()).isNull();
    assertThat(endpoints.context.getPrincipalsByType(CallerPrincipal.class)).isEmpty();
    assertThat(endpoints.context.isCallerInRole("user")).isFalse();
  }
}

package dev.cloakroom.mechanism;

import static dev.cloakroom.testing.TestApplication.cookieOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.LoginSession;
import dev.cloakroom.event.LoggedIn;
import dev.cloakroom.event.LoginFailed;
import dev.cloakroom.event.LoginSessionEnded;
import dev.cloakroom.http.Reason;
import dev.cloakroom.servlet.LoginExchange;
import dev.cloakroom.servlet.LoginExchange.Refused;
import dev.cloakroom.servlet.LoginExchange.Succeeded;
import dev.cloakroom.servlet.RequestLogin;
import dev.cloakroom.session.OpenedSession;
import dev.cloakroom.session.SessionRefusal;
import dev.cloakroom.session.StoredLoginSession;
import dev.cloakroom.session.StoredLoginSessions;
import dev.cloakroom.testing.FakeMessageContext;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeSession;
import dev.cloakroom.testing.LogLines;
import dev.cloakroom.testing.TestApplication;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.CallerOnlyCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LoginProcedureTest {
  private final TestApplication app = new TestApplication();
  private final MechanismFixture fixture = new MechanismFixture(app);

  private static FakeMessageContext login(String name, String password) {
    return login(FakeRequest.post("/login"), name, password);
  }

  private static FakeMessageContext login(FakeRequest request, String name, String password) {
    return new FakeMessageContext(request).asking(MechanismFixture.login(name, password));
  }

  private static FakeMessageContext goodLogin(FakeRequest request) {
    return login(request, "alice", "correct horse");
  }

  private OpenedSession succeeded(FakeMessageContext context) {
    assertThat(fixture.validate(context)).isEqualTo(AuthenticationStatus.SUCCESS);
    return ((Succeeded) Objects.requireNonNull(LoginExchange.outcome(context.getRequest())))
        .opened();
  }

  private void assertRefused(FakeMessageContext context, Reason why) {
    assertThat(fixture.validate(context)).isEqualTo(AuthenticationStatus.SEND_FAILURE);
    assertThat(LoginExchange.outcome(context.getRequest())).isEqualTo(new Refused(why));
    assertThat(context.caller()).isNull();
    assertThat(RequestLogin.of(context.getRequest())).isNull();
    assertThat(context.response().cookies()).isEmpty();
    assertThat(app.eventsOf(LoggedIn.class)).isEmpty();
  }

  @Test
  @Tag("S14")
  void goodPassword_opensASessionAndSetsItsCookie() {
    FakeMessageContext context = goodLogin(FakeRequest.post("/login").header("User-Agent", "ua"));

    OpenedSession opened = succeeded(context);

    LoginSession session = opened.session();
    assertThat(session.callerName()).isEqualTo("alice");
    assertThat(session.groups()).containsExactly("user");
    assertThat(session.authenticationMethods()).containsExactly("pwd");
    assertThat(session.address()).isEqualTo("192.0.2.7");
    assertThat(session.userAgent()).isEqualTo("ua");
    assertThat(opened.refreshToken()).isNull();
    assertThat(context.response().cookies())
        .singleElement()
        .asString()
        .startsWith(cookieOf(opened) + ";");
    assertThat(context.getGroups()).containsExactly("user");
    assertThat(RequestLogin.of(context.getRequest())).isNotNull();
    assertThat(app.eventsOf(LoggedIn.class)).hasSize(1);
  }

  @Test
  void wrongPassword_isRefusedAndHeard() {
    assertRefused(login("alice", "wrong"), Reason.INVALID_CREDENTIALS);

    assertThat(app.eventsOf(LoginFailed.class))
        .containsExactly(
            new LoginFailed("alice", "192.0.2.7", "invalid-credentials", app.clock.instant()));
  }

  @Test
  @Tag("G8")
  void identityStoreThatThrows_isUnavailableAndNeverALogin() {
    assertRefused(login("mallory", "any"), Reason.UNAVAILABLE);

    assertThat(app.eventsOf(LoginFailed.class))
        .extracting(LoginFailed::reason)
        .containsExactly("unavailable");
  }

  @Test
  @Tag("G7")
  @Tag("G8")
  void sessionStoreDown_isUnavailableAndNeverALogin() {
    app.store.breakDown();
    assertRefused(login("alice", "correct horse"), Reason.UNAVAILABLE);
    app.store.repair();

    succeeded(login("alice", "correct horse"));
  }

  @Test
  @Tag("P11")
  void nameThatTheStoreCannotKeep_isRefusedForThat_onceThePasswordIsRight() {
    app.store.cannotKeep("alice");
    assertRefused(login("alice", "wrong"), Reason.INVALID_CREDENTIALS);

    try (LogLines log = LogLines.of("dev.cloakroom.session")) {
      assertRefused(login("alice", "correct horse"), Reason.UNSUPPORTED_CALLER_NAME);
      assertThat(log.lines()).singleElement().asString().contains("cannot keep the caller's name");
    }
  }

  @Test
  void wrongPasswordOverALiveSession_leavesThatSessionAlone() {
    OpenedSession earlier = app.browserLogin("alice");
    app.events.clear();

    assertRefused(
        login(FakeRequest.post("/login").cookie(cookieOf(earlier)), "alice", "wrong"),
        Reason.INVALID_CREDENTIALS);

    assertThat(app.resolver.byTicket(earlier.ticket())).isInstanceOf(StoredLoginSession.class);
  }

  @Test
  @Tag("S3")
  void loginOverALiveSession_endsThatOneAndHasANewId() {
    OpenedSession earlier = app.browserLogin("bob");

    OpenedSession opened =
        succeeded(goodLogin(FakeRequest.post("/login").cookie(cookieOf(earlier))));

    assertThat(opened.session().id()).isNotEqualTo(earlier.session().id());
    assertThat(app.resolver.byTicket(earlier.ticket())).isEqualTo(SessionRefusal.ENDED);
    assertThat(app.eventsOf(LoginSessionEnded.class))
        .extracting(LoginSessionEnded::sessionId)
        .containsExactly(earlier.session().id());
    assertThat(app.resolver.byTicket(opened.ticket())).isInstanceOf(StoredLoginSession.class);
  }

  @Test
  @Tag("S4")
  void loginWithSomebodyElsesSessionId_neitherEndsNorAdoptsIt() {
    OpenedSession bob = app.browserLogin("bob");
    String forged = bob.session().id() + "." + app.random.secret().text();

    OpenedSession opened =
        succeeded(goodLogin(FakeRequest.post("/login").cookie("__Host-sid=" + forged)));

    assertThat(opened.session().id()).isNotEqualTo(bob.session().id());
    assertThat(app.resolver.byTicket(bob.ticket())).isInstanceOf(StoredLoginSession.class);
  }

  @Test
  @Tag("S3")
  void login_changesTheIdOfTheContainersSession() {
    FakeSession container = new FakeSession();
    String before = container.getId();

    succeeded(goodLogin(FakeRequest.post("/login").in(container)));

    assertThat(container.getId()).isNotEqualTo(before);
  }

  @Test
  void login_withoutAContainerSession_beginsNone() {
    FakeRequest request = FakeRequest.post("/login");

    succeeded(goodLogin(request));

    assertThat(request.getSession(false)).isNull();
  }

  @Test
  @Tag("S17")
  void login_persistsTheCookieOnlyIfAskedToRemember() {
    FakeMessageContext remembered =
        new FakeMessageContext(FakeRequest.post("/login"))
            .asking(MechanismFixture.login("alice", "correct horse").rememberMe(true));
    FakeMessageContext plain = login("alice", "correct horse");
    succeeded(remembered);
    succeeded(plain);

    assertThat(remembered.response().cookies()).singleElement().asString().contains("; Max-Age=");
    assertThat(plain.response().cookies()).singleElement().asString().doesNotContain("Max-Age");
  }

  @Test
  void login_givesARefreshTokenIfTheEndpointAsksForTokens() {
    FakeMessageContext context = login("alice", "correct horse");
    LoginExchange.askForTokens(context.getRequest());

    assertThat(succeeded(context).refreshToken()).isNotNull();
  }

  @Test
  void callersLoginsEndedWhileThePasswordWasChecked_isRefused() {
    StoredLoginSessions admin = new StoredLoginSessions(app.sessions, app.ender);
    MechanismFixture slow =
        new MechanismFixture(
            app,
            credential -> {
              admin.endAll("alice");
              return new CredentialValidationResult("alice", Set.of("user"));
            });
    FakeMessageContext context = login("alice", "correct horse");

    assertThat(slow.validate(context)).isEqualTo(AuthenticationStatus.SEND_FAILURE);
    assertThat(LoginExchange.outcome(context.getRequest()))
        .isEqualTo(new Refused(Reason.SESSION_ENDED));
    assertThat(context.response().cookies()).isEmpty();
  }

  @Test
  void credentialWithoutPassword_namesNoMethodAndItsCallerIsNamedOnFailure() {
    MechanismFixture refusing =
        new MechanismFixture(app, credential -> CredentialValidationResult.INVALID_RESULT);
    MechanismFixture trusting =
        new MechanismFixture(app, credential -> new CredentialValidationResult("carol"));
    AuthenticationParameters shown =
        new AuthenticationParameters().credential(new CallerOnlyCredential("carol"));
    FakeMessageContext context = new FakeMessageContext(FakeRequest.get("/x")).asking(shown);

    refusing.validate(new FakeMessageContext(FakeRequest.get("/x")).asking(shown));
    assertThat(trusting.validate(context)).isEqualTo(AuthenticationStatus.SUCCESS);

    assertThat(app.eventsOf(LoginFailed.class))
        .extracting(LoginFailed::callerName)
        .containsExactly("carol");
    RequestLogin login = Objects.requireNonNull(RequestLogin.of(context.getRequest()));
    assertThat(login.session().authenticationMethods()).isEmpty();
  }
}

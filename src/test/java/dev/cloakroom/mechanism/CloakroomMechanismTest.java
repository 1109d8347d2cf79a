package dev.cloakroom.mechanism;

import static dev.cloakroom.testing.TestApplication.cookieOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.event.EndReason;
import dev.cloakroom.event.LoggedOut;
import dev.cloakroom.http.Refusal;
import dev.cloakroom.servlet.RequestLogin;
import dev.cloakroom.session.OpenedSession;
import dev.cloakroom.session.SessionRefusal;
import dev.cloakroom.session.StoredLoginSession;
import dev.cloakroom.session.Ticket;
import dev.cloakroom.testing.FakeMessageContext;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.TestApplication;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import java.security.Principal;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CloakroomMechanismTest {
  private final TestApplication app = new TestApplication();
  private final MechanismFixture fixture = new MechanismFixture(app);

  private AuthenticationStatus validate(FakeMessageContext context) {
    return fixture.validate(context);
  }

  private static FakeMessageContext guarded(FakeRequest request) {
    return new FakeMessageContext(request).guarded();
  }

  private static FakeMessageContext open(FakeRequest request) {
    return new FakeMessageContext(request);
  }

  @Test
  void knownTicket_logsTheCallerInWithTheirGroups() {
    OpenedSession opened = app.browserLogin("alice");
    FakeMessageContext context = guarded(FakeRequest.get("/page").cookie(cookieOf(opened)));

    assertThat(validate(context)).isEqualTo(AuthenticationStatus.SUCCESS);
    assertThat(context.caller()).extracting(Principal::getName).isEqualTo("alice");
    assertThat(context.getGroups()).containsExactly("user");
    assertThat(RequestLogin.of(context.getRequest())).isInstanceOf(RequestLogin.ByTicket.class);
    assertThat(context.response().cookies()).isEmpty();
  }

  @Test
  @Tag("B4")
  void nothingShown_guarded_isChallengedBarely() {
    FakeMessageContext context = guarded(FakeRequest.get("/page"));

    assertThat(validate(context)).isEqualTo(AuthenticationStatus.SEND_FAILURE);
    assertThat(context.response().getStatus()).isEqualTo(401);
    assertThat(context.response().getHeader("WWW-Authenticate"))
        .isEqualTo("Bearer realm=\"cloakroom\"");
  }

  @Test
  @Tag("B4")
  void invalidToken_guarded_isToldSo() {
    FakeMessageContext context = guarded(FakeRequest.get("/page").bearer("nonsense"));

    assertThat(validate(context)).isEqualTo(AuthenticationStatus.SEND_FAILURE);
    assertThat(context.response().getStatus()).isEqualTo(401);
    assertThat(context.response().getHeader("WWW-Authenticate"))
        .contains("error=\"invalid_token\"");
  }

  @Test
  void invalidToken_public_goesOnAndIsRememberedForWhoRefusesLater() {
    FakeMessageContext context = open(FakeRequest.get("/page").bearer("nonsense"));

    assertThat(validate(context)).isEqualTo(AuthenticationStatus.NOT_DONE);
    assertThat(context.response().getStatus()).isEqualTo(200);
    assertThat(context.caller()).isNull();
    assertThat(context.getRequest().getAttribute(Refusal.ATTRIBUTE)).isInstanceOf(Refusal.class);
  }

  @Test
  void nothingShown_whenSomebodyCallsAuthenticate_isNotChallenged() {
    FakeMessageContext context =
        guarded(FakeRequest.get("/page")).asking(new AuthenticationParameters());

    assertThat(validate(context)).isEqualTo(AuthenticationStatus.NOT_DONE);
    assertThat(context.response().getStatus()).isEqualTo(200);
  }

  @Test
  void visitorOfAGuardedPage_isLedToTheLoginPage() {
    TestApplication paged = new TestApplication(Map.of("cloakroom.login.page", "/in.html"));
    FakeMessageContext context =
        guarded(FakeRequest.get("/page").header("Accept", "text/html").query("a=b"));

    assertThat(new MechanismFixture(paged).validate(context))
        .isEqualTo(AuthenticationStatus.SEND_FAILURE);
    assertThat(context.response().getStatus()).isEqualTo(303);
    assertThat(context.response().getHeader("Location"))
        .isEqualTo("/app/in.html?next=%2Fapp%2Fpage%3Fa%3Db");
  }

  @Test
  @Tag("G7")
  @Tag("G8")
  void storeDown_guarded_is503AndKeepsTheCookie() {
    String cookie = cookieOf(app.browserLogin("alice"));
    app.store.breakDown();
    FakeMessageContext context = guarded(FakeRequest.get("/page").cookie(cookie));

    assertThat(validate(context)).isEqualTo(AuthenticationStatus.SEND_FAILURE);
    assertThat(context.response().getStatus()).isEqualTo(503);
    assertThat(context.response().getHeader("Retry-After")).isEqualTo("5");
    assertThat(context.response().cookies()).isEmpty();
    assertThat(context.caller()).isNull();
  }

  /** The login is known; only its ticket cannot be replaced now. */
  @Test
  @Tag("G7")
  void storeThatRefusesChanges_ticketDue_goesOnWithTheTicketShown() {
    OpenedSession opened = app.browserLogin("alice");
    ((StoredLoginSession) app.resolver.byTicket(opened.ticket())).rotate();
    app.store.refuseChanges();
    FakeMessageContext context = guarded(FakeRequest.get("/page").cookie(cookieOf(opened)));

    assertThat(validate(context)).isEqualTo(AuthenticationStatus.SUCCESS);
    assertThat(context.response().cookies()).isEmpty();
    assertThat(context.caller()).extracting(Principal::getName).isEqualTo("alice");

    app.store.repair();
    FakeMessageContext later = guarded(FakeRequest.get("/page").cookie(cookieOf(opened)));
    assertThat(validate(later)).isEqualTo(AuthenticationStatus.SUCCESS);
    assertThat(later.response().cookies()).hasSize(1);
  }

  @Test
  @Tag("G7")
  void storeDown_public_goesOnAsAnybody() {
    String cookie = cookieOf(app.browserLogin("alice"));
    app.store.breakDown();
    FakeMessageContext context = open(FakeRequest.get("/page").cookie(cookie));

    assertThat(validate(context)).isEqualTo(AuthenticationStatus.NOT_DONE);
    assertThat(context.response().getStatus()).isEqualTo(200);
    assertThat(context.caller()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/login", "/refresh"})
  void pathOfACredential_isUntouchedByALiveCookie(String path) {
    String cookie = cookieOf(app.browserLogin("alice"));
    FakeMessageContext context = guarded(FakeRequest.post(path).cookie(cookie));
    FakeMessageContext elsewhere = guarded(FakeRequest.post("/other").cookie(cookie));

    assertThat(validate(context)).isEqualTo(AuthenticationStatus.SEND_CONTINUE);
    assertThat(context.caller()).isNull();
    assertThat(RequestLogin.of(context.getRequest())).isNull();
    assertThat(validate(elsewhere)).isEqualTo(AuthenticationStatus.SUCCESS);
  }

  @Test
  void pathOfACredential_belowAConfiguredPath_isFoundThere() {
    TestApplication api = new TestApplication(Map.of("cloakroom.path", "/api"));
    MechanismFixture below = new MechanismFixture(api);
    String cookie = cookieOf(api.browserLogin("alice"));

    assertThat(below.validate(guarded(FakeRequest.post("/api/login").cookie(cookie))))
        .isEqualTo(AuthenticationStatus.SEND_CONTINUE);
    assertThat(below.validate(guarded(FakeRequest.post("/login").cookie(cookie))))
        .isEqualTo(AuthenticationStatus.SUCCESS);
  }

  @Test
  void ticketDueForRotation_isReplacedOnTheWay() {
    OpenedSession opened = app.browserLogin("alice");
    opened.session().rotate();
    FakeMessageContext context = guarded(FakeRequest.get("/page").cookie(cookieOf(opened)));

    assertThat(validate(context)).isEqualTo(AuthenticationStatus.SUCCESS);

    assertThat(context.response().cookies()).singleElement().isNotEqualTo(cookieOf(opened));
    assertThat(RequestLogin.of(context.getRequest()))
        .isInstanceOfSatisfying(
            RequestLogin.ByTicket.class,
            login -> {
              assertThat(app.resolver.byTicket(login.ticket()))
                  .isInstanceOf(StoredLoginSession.class);
              assertThat(context.response().cookies().get(0)).contains(login.ticket().text());
            });
  }

  @Test
  @Tag("S7")
  void cleanSubject_endsTheLoginAndClearsTheCookie() {
    OpenedSession opened = app.browserLogin("alice");
    FakeMessageContext context = guarded(FakeRequest.get("/page").cookie(cookieOf(opened)));
    validate(context);

    fixture.mechanism.cleanSubject(context.getRequest(), context.getResponse(), context);

    assertThat(context.isCleaned()).isTrue();
    assertThat(context.response().cookies()).singleElement().asString().contains("Max-Age=0");
    assertThat(app.resolver.byTicket(opened.ticket())).isEqualTo(SessionRefusal.ENDED);
    assertThat(app.eventsOf(LoggedOut.class)).hasSize(1);
    Ticket other = app.browserLogin("alice").ticket();
    assertThat(app.resolver.byTicket(other)).isInstanceOf(StoredLoginSession.class);
  }

  @Test
  @Tag("S10")
  void ticketOfASessionThatAnAdministratorEnded_isAnonymous() {
    OpenedSession opened = app.browserLogin("alice");
    app.ender.end(opened.session().id(), EndReason.ENDED_BY_ADMINISTRATOR);
    FakeMessageContext context = guarded(FakeRequest.get("/page").cookie(cookieOf(opened)));

    assertThat(validate(context)).isEqualTo(AuthenticationStatus.SEND_FAILURE);
    assertThat(context.response().text()).contains("session-ended");
  }

  @Test
  void callersOfOneName_areEqual() {
    assertThat(new NamedCaller("alice"))
        .isEqualTo(new NamedCaller("alice"))
        .hasSameHashCodeAs(new NamedCaller("alice"))
        .hasToString("alice")
        .isNotEqualTo(new NamedCaller("Alice"));
  }
}

package dev.cloakroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.http.Reason;
import dev.cloakroom.http.Refusal;
import dev.cloakroom.http.Refusal.Presented;
import dev.cloakroom.servlet.ContainerSession;
import dev.cloakroom.servlet.EarlierCaller;
import dev.cloakroom.servlet.RequestLogin;
import dev.cloakroom.session.OpenedSession;
import dev.cloakroom.session.StoredLoginSession;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import dev.cloakroom.testing.FakeSession;
import dev.cloakroom.testing.FilterAround;
import dev.cloakroom.testing.TestApplication;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSessionEvent;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a session's end means for the login that it belongs to. */
class LogoutByInvalidationTest {
  private final TestApplication app = new TestApplication();
  private final OpenedSession alice = app.browserLogin("alice");
  private final FakeSession session = new FakeSession();
  private final FakeResponse response = new FakeResponse();
  private final FakeRequest request = Endpoints.by(alice, FakeRequest.get("/page"));
  private final LogoutByInvalidation listener =
      new LogoutByInvalidation(() -> app.logout, () -> app.ender);

  /** What the application does with its request. */
  @FunctionalInterface
  interface Page {
    void answer(GuardedRequest request) throws IOException, ServletException;
  }

  private void serve(Page page) throws IOException, ServletException {
    FilterAround.of(app)
        .doFilter(request, response, (served, answered) -> page.answer((GuardedRequest) served));
  }

  private boolean isLoggedIn() {
    return app.resolver.byTicket(alice.ticket()) instanceof StoredLoginSession;
  }

  @Test
  void sessionThatBegins_belongsToTheLoginOfItsRequest() throws IOException, ServletException {
    serve(served -> listener.sessionCreated(new HttpSessionEvent(session)));

    assertThat(ContainerSession.owner(session)).isEqualTo(alice.session().id());
  }

  @Test
  void sessionThatEndsOutsideOfARequest_hasTimedOut() throws IOException, ServletException {
    serve(served -> listener.sessionCreated(new HttpSessionEvent(session)));

    listener.sessionDestroyed(new HttpSessionEvent(session));

    assertThat(isLoggedIn()).isTrue();
  }

  @Test
  void sessionThatWeEnd_endsNoLogin() throws IOException, ServletException {
    serve(
        served -> {
          ContainerSession.assign(
              session, new RequestLogin.ByTicket(alice.session(), alice.ticket()));
          session.setAttribute("dev.cloakroom.login-session", "");
          listener.sessionDestroyed(new HttpSessionEvent(session));
        });

    assertThat(ContainerSession.owner(session)).isNull();
    assertThat(isLoggedIn()).isTrue();
  }

  /** As a server does that is made to forget its caller, to be asked about another. */
  @Test
  void sessionThatEndsWhileTheCallerIsSetAside_endsNoLogin() throws IOException, ServletException {
    RequestLogin login = new RequestLogin.ByTicket(alice.session(), alice.ticket());
    serve(
        served -> {
          ContainerSession.assign(session, login);
          served.setAttribute(EarlierCaller.class.getName(), true);
          listener.sessionDestroyed(new HttpSessionEvent(session));
        });

    assertThat(isLoggedIn()).isTrue();
  }

  @Test
  @Tag("S7")
  void loginThatEndsWithItsSession_isOverAtOnce_forTheContainerOnceItIsAsked()
      throws IOException, ServletException {
    serve(
        served -> {
          served.end(app.logout);
          assertThat(request.isLoggedOut()).isFalse();
          assertThat(RequestLogin.of(served)).isNull();
          served.settle();
          assertThat(request.isLoggedOut()).isTrue();
        });

    assertThat(isLoggedIn()).isFalse();
    assertThat(response.cookies()).singleElement().asString().contains("Max-Age=0");
  }

  @Test
  @Tag("S7")
  void containerThatNobodyAsks_isToldWhenTheRequestIsDone() throws IOException, ServletException {
    serve(served -> served.end(app.logout));

    assertThat(request.isLoggedOut()).isTrue();
  }

  @Test
  @Tag("G8")
  void loginThatCannotBeEnded_isNoSuccess() throws IOException, ServletException {
    serve(
        served -> {
          served.refuse(Reason.UNAVAILABLE);
          ((HttpServletRequest) served).setAttribute("x", "y");
        });

    assertThat(response.getStatus()).isEqualTo(503);
  }

  /** The session of alice ends while a request is answered that is not known to be hers. */
  private void endBy(FakeRequest sent, @Nullable Refusal seen)
      throws IOException, ServletException {
    RequestLogin login = new RequestLogin.ByTicket(alice.session(), alice.ticket());
    ContainerSession.assign(session, login);
    if (seen != null) {
      sent.setAttribute(Refusal.ATTRIBUTE, seen);
    }
    FilterAround.of(app)
        .doFilter(
            sent,
            response,
            (served, answered) -> listener.sessionDestroyed(new HttpSessionEvent(session)));
  }

  @Test
  @Tag("S7")
  void sessionThatSomebodyElseEnds_endsItsLogin() throws IOException, ServletException {
    endBy(FakeRequest.get("/back-channel"), null);

    assertThat(isLoggedIn()).isFalse();
    assertThat(response.getStatus()).isEqualTo(200);
  }

  @Test
  @Tag("S7")
  void sessionThatALateCookieEnds_endsItsLogin() throws IOException, ServletException {
    endBy(FakeRequest.get("/bye"), new Refusal(Reason.SESSION_EXPIRED, Presented.LATE_COOKIE));

    assertThat(isLoggedIn()).isFalse();
  }

  @Test
  @Tag("G8")
  void sessionThatEndsWhileTheStoreFails_isNoLogout_andSaysSo()
      throws IOException, ServletException {
    app.store.breakDown();

    endBy(FakeRequest.get("/bye"), Refusal.cookie(Reason.UNAVAILABLE));

    assertThat(response.getStatus()).isEqualTo(503);
    app.store.repair();
    assertThat(isLoggedIn()).isTrue();
  }

  /** The store is there again, but whose login the request shows nobody has looked for. */
  @Test
  @Tag("G8")
  void sessionThatEndsAfterTheStoreFailed_isNoSuccessEither() throws IOException, ServletException {
    endBy(FakeRequest.get("/bye"), Refusal.cookie(Reason.UNAVAILABLE));

    assertThat(response.getStatus()).isEqualTo(503);
  }

  @Test
  @Tag("X1")
  void sessionThatAPageOfAnotherOriginEnds_endsNoLogin() throws IOException, ServletException {
    endBy(FakeRequest.post("/bye").header("Sec-Fetch-Site", "cross-site"), null);

    assertThat(isLoggedIn()).isTrue();
  }
}

package dev.cloakroom.web;

import dev.cloakroom.identitystore.CallerValidator;
import dev.cloakroom.mechanism.CredentialCheck;
import dev.cloakroom.mechanism.EarlierLogin;
import dev.cloakroom.mechanism.FactorStep;
import dev.cloakroom.mechanism.ForgedLogins;
import dev.cloakroom.mechanism.LoginHandover;
import dev.cloakroom.mechanism.LoginProcedure;
import dev.cloakroom.servlet.ClearSiteData;
import dev.cloakroom.servlet.RequestLogin;
import dev.cloakroom.session.LoginElevation;
import dev.cloakroom.session.OpenedSession;
import dev.cloakroom.session.OwnSessions;
import dev.cloakroom.task.CurrentLogin;
import dev.cloakroom.testing.FakeMessageContext;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import dev.cloakroom.testing.Stub;
import dev.cloakroom.testing.TestApplication;
import dev.cloakroom.testing.TestFactors;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The endpoints of an application whose identity store knows alice, by a password, alone. */
@SuppressWarnings("UnnecessaryAssignment") // stands in for the container, which injects
final class Endpoints {
  static final String PASSWORD = "correct horse";

  final TestApplication app;
  final TestFactors second;
  final CloakroomSecurityContext context = new CloakroomSecurityContext();
  final LoginServlet login = new LoginServlet();
  final FactorServlet factor = new FactorServlet();
  final LogoutServlet logout = new LogoutServlet();
  final RefreshServlet refresh = new RefreshServlet();
  final SessionServlet session = new SessionServlet();
  final SessionsServlet sessions = new SessionsServlet();
  final JwksServlet jwks = new JwksServlet();
  final CsrfServlet csrf = new CsrfServlet();
  final ScriptServlet script = new ScriptServlet();

  Endpoints(Map<String, String> settings) {
    app = new TestApplication(settings);
    second = new TestFactors(app);
    TokenHandout handout = new TokenHandout(app.settings.login().tokens(), app.accessTokens);
    Stream.of(login, factor, logout, refresh, session, sessions, jwks, csrf, script)
        .forEach(this::guard);
    Stream.of(login, factor).forEach(this::equip);
    context.server = server(container(procedure()));
    context.login = new CurrentLogin(FakeRequest.get("/"));
    context.callers = () -> app.callers(FakeRequest.get("/"));
    context.logout = () -> app.logout;
    VetoAdvice advice = new VetoAdvice("Configure it.");
    context.advice = () -> advice;
    context.csrfTokens = () -> app.csrfHandout;
    login.handout = handout;
    login.page = app.page;
    login.init();
    factor.pending = second.factors.pending();
    factor.cookie = second.cookie;
    factor.page = app.page;
    factor.elevation =
        new FactorElevation(
            second.factors,
            app.device,
            new RequestElevation(
                new LoginElevation(app.sessions, app.refreshTokens, app.random),
                app.cookie,
                app.accessTokens),
            app.sessions);
    logout.logout = app.logout;
    logout.page = app.page;
    logout.clearing = new ClearSiteData(app.settings.browser().clearedAtLogout(), app.policy);
    logout.csrfTokens = app.csrfHandout;
    refresh.refreshTokens = app.refreshTokens;
    refresh.handout = handout;
    refresh.failed = new FailedCredentials(app.throttle);
    sessions.own = new OwnSessions(app.sessions, app.ender);
    jwks.keys = app.keys;
    csrf.csrfTokens = app.csrfHandout;
  }

  void guard(EndpointServlet endpoint) {
    endpoint.crossOrigin = app.crossOrigin;
    endpoint.csrf = app.csrf;
  }

  private void equip(CredentialServlet endpoint) {
    TokenHandout handout = new TokenHandout(app.settings.login().tokens(), app.accessTokens);
    endpoint.container = context;
    endpoint.answers = new LoginAnswers(app.page, handout, app.csrf);
    endpoint.logout = app.logout;
    endpoint.sessions = app.sessions;
  }

  private LoginProcedure procedure() {
    EarlierLogin earlier = new EarlierLogin(app.credentials, app.resolver, app.ender);
    return new LoginProcedure(
        new ForgedLogins(app.crossOrigin, app.csrf),
        new CredentialCheck(
            new CallerValidator(Endpoints::validate), app.loginWork, app.throttle, app.device),
        new FactorStep(second.factors, second.cookie, app.device),
        new LoginHandover(app.opener, app.accessTokens, earlier, app.cookie, app.device),
        app.sessions,
        app.callers(FakeRequest.get("/")));
  }

  private static CredentialValidationResult validate(Credential shown) {
    return ((UsernamePasswordCredential) shown).compareTo("alice", PASSWORD)
        ? new CredentialValidationResult("alice", Set.of("user", "admin"))
        : CredentialValidationResult.INVALID_RESULT;
  }

  private static ServerSecurityContext server(SecurityContext container) {
    return new ServerSecurityContext() {
      @Override
      SecurityContext find() {
        return container;
      }
    };
  }

  private static SecurityContext container(LoginProcedure procedure) {
    return Stub.of(
        SecurityContext.class,
        Map.of("authenticate", given -> procedure.run(credential(given), context(given))));
  }

  private static Credential credential(Object[] given) {
    return ((AuthenticationParameters) given[2]).getCredential();
  }

  private static FakeMessageContext context(Object[] given) {
    return new FakeMessageContext((FakeRequest) given[0], (FakeResponse) given[1])
        .asking((AuthenticationParameters) given[2]);
  }

  /** Has the container ask the mechanism, and not go by what it says. */
  void veto(Supplier<AuthenticationStatus> veto) {
    SecurityContext agreeing = context.server.find();
    context.server =
        server(
            Stub.of(
                SecurityContext.class,
                Map.of(
                    "authenticate",
                    given -> {
                      agreeing.authenticate(
                          (FakeRequest) given[0],
                          (FakeResponse) given[1],
                          (AuthenticationParameters) given[2]);
                      return veto.get();
                    })));
  }

  /** Has the container answer for itself, without asking the mechanism. */
  void bypassMechanism(AuthenticationStatus status) {
    context.server =
        server(Stub.of(SecurityContext.class, Map.of("authenticate", unused -> status)));
  }

  /** Has the container throw where it is asked who the caller is. */
  void throwWhoeverIsAskedFor() {
    Function<Object[], @Nullable Object> nobody =
        asked -> {
          throw new NullPointerException("as a server does");
        };
    context.server =
        server(
            Stub.of(
                SecurityContext.class,
                Map.of(
                    "getCallerPrincipal", nobody,
                    "getPrincipalsByType", nobody,
                    "isCallerInRole", nobody)));
  }

  /** Has the container answer for the caller whom it has, until it is logged out. */
  void answerForWhomItHas(FakeRequest request) {
    SecurityContext asking = context.server.find();
    context.server =
        server(
            Stub.of(
                SecurityContext.class,
                Map.of(
                    "authenticate",
                    given -> {
                      AuthenticationParameters asked = (AuthenticationParameters) given[2];
                      return request.isLoggedOut() && asked.getCredential() != null
                          ? asking.authenticate(
                              (FakeRequest) given[0], (FakeResponse) given[1], asked)
                          : AuthenticationStatus.SUCCESS;
                    })));
  }

  static FakeResponse send(EndpointServlet endpoint, FakeRequest request) {
    FakeResponse response = new FakeResponse();
    try {
      endpoint.service(request, response);
    } catch (IOException | ServletException failure) {
      throw new AssertionError(failure);
    }
    return response;
  }

  /** A request that the mechanism has logged a session's caller in for. */
  static FakeRequest by(OpenedSession opened, FakeRequest request) {
    new RequestLogin.ByTicket(opened.session(), opened.ticket())
        .establish(request, new FakeResponse());
    return request;
  }

  static JsonObject json(FakeResponse response) {
    try (JsonReader reader = Json.createReader(new StringReader(response.text()))) {
      return reader.readObject();
    }
  }

  /** The {@code reason} of a problem document. */
  static String reason(FakeResponse response) {
    return json(response).getString("reason");
  }
}

package dev.cloakroom.mechanism;

import dev.cloakroom.identitystore.CallerValidator;
import dev.cloakroom.servlet.FrameProtection;
import dev.cloakroom.servlet.StrictTransport;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.TestApplication;
import dev.cloakroom.testing.TestFactors;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import java.util.Set;

/** The mechanism of an application whose identity store knows alice and fails for mallory. */
@SuppressWarnings("UnnecessaryAssignment") // stands in for the container, which injects
final class MechanismFixture {
  final TestApplication app;
  final TestFactors second;
  final CloakroomMechanism mechanism = new CloakroomMechanism();

  MechanismFixture(TestApplication app) {
    this(app, MechanismFixture::validate);
  }

  MechanismFixture(TestApplication app, IdentityStoreHandler stores) {
    this.app = app;
    this.second = new TestFactors(app);
    EarlierLogin earlier = new EarlierLogin(app.credentials, app.resolver, app.ender);
    LoginHandover handover =
        new LoginHandover(app.opener, app.accessTokens, earlier, app.cookie, app.device);
    mechanism.proxies = app.proxies;
    mechanism.strictTransport = new StrictTransport(app.settings.browser().hsts(), app.proxies);
    mechanism.frames = new FrameProtection(app.settings.browser().frames());
    mechanism.login =
        new LoginProcedure(
            new ForgedLogins(app.crossOrigin, app.csrf),
            new CredentialCheck(
                new CallerValidator(stores), app.loginWork, app.throttle, app.device),
            new FactorStep(second.factors, second.cookie, app.device),
            handover,
            app.sessions,
            app.callers(FakeRequest.get("/")));
    mechanism.cors = app.corsAnswers;
    mechanism.ownPaths = new CredentialPaths(app.settings, second.cookie);
    mechanism.identification =
        new RequestIdentification(app.credentials, app.resolver, app.accessTokens, app.crossOrigin);
    mechanism.renewal = app.renewal;
    mechanism.open = new OpenPlaces(app.settings);
    mechanism.challenger = new Challenger(app.page, mechanism.open);
    mechanism.logout = app.logout;
    mechanism.callers = CallerForm.BY_NAME;
  }

  private static CredentialValidationResult validate(Credential shown) {
    UsernamePasswordCredential credential = (UsernamePasswordCredential) shown;
    if (credential.getCaller().equals("mallory")) {
      throw new IllegalStateException("the database is away");
    }
    return credential.compareTo("alice", "correct horse")
        ? new CredentialValidationResult("alice", Set.of("user"))
        : CredentialValidationResult.INVALID_RESULT;
  }

  /** What {@code SecurityContext.authenticate} is called with at a login. */
  static AuthenticationParameters login(String callerName, String password) {
    return new AuthenticationParameters()
        .credential(new UsernamePasswordCredential(callerName, password))
        .newAuthentication(true);
  }

  AuthenticationStatus validate(HttpMessageContext context) {
    return mechanism.validateRequest(context.getRequest(), context.getResponse(), context);
  }
}

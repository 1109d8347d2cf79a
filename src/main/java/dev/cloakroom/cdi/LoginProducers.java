package dev.cloakroom.cdi;

import dev.cloakroom.config.DeviceSettings;
import dev.cloakroom.config.LoginWorkSettings;
import dev.cloakroom.crossorigin.CrossOriginGuard;
import dev.cloakroom.crypto.MacKey;
import dev.cloakroom.crypto.RandomIds;
import dev.cloakroom.identitystore.AccessTokens;
import dev.cloakroom.identitystore.CallerValidator;
import dev.cloakroom.identitystore.WorkLimit;
import dev.cloakroom.mechanism.CredentialCheck;
import dev.cloakroom.mechanism.EarlierLogin;
import dev.cloakroom.mechanism.FactorStep;
import dev.cloakroom.mechanism.ForgedLogins;
import dev.cloakroom.mechanism.LoginHandover;
import dev.cloakroom.mechanism.LoginProcedure;
import dev.cloakroom.scope.OwnCallers;
import dev.cloakroom.servlet.CookiePolicy;
import dev.cloakroom.servlet.CsrfCheck;
import dev.cloakroom.servlet.DeviceCookie;
import dev.cloakroom.servlet.RequestCredentials;
import dev.cloakroom.servlet.SessionCookie;
import dev.cloakroom.session.KnownDevices;
import dev.cloakroom.session.SessionEnder;
import dev.cloakroom.session.SessionEnvironment;
import dev.cloakroom.session.SessionOpener;
import dev.cloakroom.session.SessionResolver;
import dev.cloakroom.throttle.Throttle;
import dev.cloakroom.web.FailedCredentials;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Builds what a login passes through, each part once. */
@Dependent
public class LoginProducers {

  /** So long a login waits for its turn: somebody in front of a page waits for it. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Made by the container. */
  public LoginProducers() {}

  @Produces
  @Singleton
  EarlierLogin earlierLogin(
      RequestCredentials credentials, SessionResolver sessions, SessionEnder ender) {
    return new EarlierLogin(credentials, sessions, ender);
  }

  @Produces
  @Singleton
  DeviceCookie device(
      Deployment deployment, CookiePolicy policy, RandomIds random, SessionEnvironment sessions) {
    DeviceSettings settings = deployment.settings().device();
    MacKey key = deployment.keys().deriveMacKey("device");
    Clock clock = sessions.clock();
    KnownDevices devices = new KnownDevices(key, random, clock, settings.lifetime());
    return new DeviceCookie(policy, devices, settings.whose(), clock);
  }

  @Produces
  @Singleton
  LoginHandover handover(
      SessionOpener opener,
      AccessTokens tokens,
      EarlierLogin earlier,
      SessionCookie cookie,
      DeviceCookie device) {
    return new LoginHandover(opener, tokens, earlier, cookie, device);
  }

  @Produces
  @Singleton
  ForgedLogins forgedLogins(CrossOriginGuard crossOrigin, CsrfCheck csrf) {
    return new ForgedLogins(crossOrigin, csrf);
  }

  @Produces
  @Singleton
  LoginProcedure login(
      ForgedLogins forged,
      CredentialCheck check,
      FactorStep step,
      LoginHandover handover,
      SessionEnvironment sessions,
      OwnCallers callers) {
    return new LoginProcedure(forged, check, step, handover, sessions, callers);
  }

  @Produces
  @Singleton
  CredentialCheck check(
      Deployment deployment,
      CallerValidator validator,
      SessionEnvironment sessions,
      DeviceCookie device) {
    LoginWorkSettings work = deployment.settings().login().work();
    return new CredentialCheck(
        validator,
        new WorkLimit(work.atOnce(), work.waiting(), PATIENCE),
        throttle("attempts at logins", deployment, sessions),
        device);
  }

  @Produces
  @Singleton
  FailedCredentials failedCredentials(Deployment deployment, SessionEnvironment sessions) {
    return new FailedCredentials(throttle("attempts at refreshes", deployment, sessions));
  }

  /** Attempts of each kind are counted by a key of their own. */
  private static Throttle throttle(
      String attempts, Deployment deployment, SessionEnvironment sessions) {
    return new Throttle(
        deployment.settings().login().throttle(),
        sessions.store().attempts(),
        deployment.keys().deriveMacKey(attempts));
  }
}

package dev.cloakroom.cdi;

import dev.cloakroom.SecondFactor;
import dev.cloakroom.config.Settings;
import dev.cloakroom.crossorigin.CrossOriginGuard;
import dev.cloakroom.crypto.RandomIds;
import dev.cloakroom.factor.FactorCheck;
import dev.cloakroom.factor.Factors;
import dev.cloakroom.factor.PendingLogins;
import dev.cloakroom.factor.SecondFactors;
import dev.cloakroom.factor.StoredOneTimeTokens;
import dev.cloakroom.mechanism.FactorStep;
import dev.cloakroom.servlet.BrowserCookie;
import dev.cloakroom.servlet.CookiePolicy;
import dev.cloakroom.servlet.DeviceCookie;
import dev.cloakroom.servlet.FactorCookie;
import dev.cloakroom.session.SessionEnvironment;
import dev.cloakroom.throttle.Throttle;
import dev.cloakroom.web.AskingClient;
import dev.cloakroom.web.FactorElevation;
import dev.cloakroom.web.RequestElevation;
import dev.cloakroom.web.ServedBrowser;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Builds what proves a caller beside a password, or in its place, each part once. */
@Dependent
public class FactorProducers {

  /** Made by the container. */
  public FactorProducers() {}

  @Produces
  @Singleton
  StoredOneTimeTokens oneTimeTokens(
      SessionEnvironment sessions, Deployment deployment, RandomIds random) {
    return new StoredOneTimeTokens(
        sessions.store(), deployment.settings().oneTime(), random, sessions.clock());
  }

  /** Looked for when the first login asks: a factor may stand on what stands on the login. */
  @Produces
  @Singleton
  SecondFactors secondFactors(@Any Instance<SecondFactor> beans) {
    return new SecondFactors(() -> beans.stream().toList());
  }

  @Produces
  @Singleton
  PendingLogins pendingLogins(
      SessionEnvironment sessions, Deployment deployment, RandomIds random) {
    Settings settings = deployment.settings();
    PendingLogins.Rules rules = new PendingLogins.Rules(settings.factor(), settings.oneTime());
    return new PendingLogins(sessions.store(), rules, random, sessions.clock());
  }

  @Produces
  @Singleton
  Factors factors(
      SecondFactors beans,
      PendingLogins pending,
      Deployment deployment,
      SessionEnvironment sessions) {
    Throttle throttle =
        new Throttle(
            deployment.settings().login().throttle().ofShortSecrets(),
            sessions.store().attempts(),
            deployment.keys().deriveMacKey("attempts at second factors"));
    return new Factors(beans, new FactorCheck(beans, throttle), pending);
  }

  @Produces
  @Singleton
  FactorCookie factorCookie(CookiePolicy policy, SessionEnvironment sessions) {
    return new FactorCookie(policy, sessions.clock());
  }

  @Produces
  @Singleton
  FactorStep factorStep(Factors factors, FactorCookie cookie, DeviceCookie device) {
    return new FactorStep(factors, cookie, device);
  }

  @Produces
  @Singleton
  FactorElevation factorElevation(
      Factors factors,
      DeviceCookie device,
      RequestElevation elevation,
      SessionEnvironment sessions) {
    return new FactorElevation(factors, device, elevation, sessions);
  }

  @Produces
  @Singleton
  AskingClient asking(SessionEnvironment sessions, Deployment deployment, DeviceCookie device) {
    Settings settings = deployment.settings();
    Throttle throttle =
        new Throttle(
            settings.login().throttle().ofMessages(settings.oneTime().maxPerSubject()),
            sessions.store().attempts(),
            deployment.keys().deriveMacKey("messages that are asked for"));
    return new AskingClient(throttle, device);
  }

  @Produces
  @Singleton
  ServedBrowser browser(CookiePolicy policy, CrossOriginGuard crossOrigin, RandomIds random) {
    return new ServedBrowser(new BrowserCookie(policy, crossOrigin, random::tokenId));
  }
}

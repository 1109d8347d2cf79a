package dev.cloakroom.testing;

import dev.cloakroom.SecondFactor;
import dev.cloakroom.factor.FactorCheck;
import dev.cloakroom.factor.Factors;
import dev.cloakroom.factor.PendingLogins;
import dev.cloakroom.factor.SecondFactors;
import dev.cloakroom.servlet.FactorCookie;
import dev.cloakroom.throttle.Throttle;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The second factors of an application, as the composition root builds what stands on them. */
public final class TestFactors {
  /** Those of the application; none, until a test adds one before the first login. */
  public final List<SecondFactor> beans = new CopyOnWriteArrayList<>();

  public final Factors factors;
  public final FactorCookie cookie;

  /** Those of this application. */
  public TestFactors(TestApplication app) {
    SecondFactors found = new SecondFactors(() -> beans);
    Throttle tries =
        new Throttle(
            app.settings.login().throttle().ofShortSecrets(),
            app.store.attempts(),
            app.keys.deriveMacKey("factors"));
    PendingLogins.Rules rules =
        new PendingLogins.Rules(app.settings.factor(), app.settings.oneTime());
    PendingLogins pending = new PendingLogins(app.store, rules, app.random, app.clock);
    factors = new Factors(found, new FactorCheck(found, tries), pending);
    cookie = new FactorCookie(app.policy, app.clock);
  }
}

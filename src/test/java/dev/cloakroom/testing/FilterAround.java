package dev.cloakroom.testing;

import dev.cloakroom.web.ApplicationFilter;
import dev.cloakroom.web.CookieGuard;
import dev.cloakroom.web.RefusedCalls;
import java.util.function.BooleanSupplier;

/** The filter around an application, made as the composition root makes it. */
public final class FilterAround {

  private FilterAround() {}

  /** Around one that is served. */
  public static ApplicationFilter of(TestApplication app) {
    return of(app, () -> false);
  }

  /** Around one that may not be. */
  public static ApplicationFilter of(TestApplication app, BooleanSupplier isClosed) {
    return new ApplicationFilter(
        new CookieGuard(app.policy, app.clock),
        app.corsAnswers,
        new RefusedCalls(app.page),
        isClosed);
  }
}

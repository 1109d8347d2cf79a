package dev.cloakroom.cdi;

import static java.lang.System.Logger.Level.WARNING;

import dev.cloakroom.access.RequiredProof;
import dev.cloakroom.config.LoginPageSettings;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Says what is missing where an application asks visitors for a level. */
final class StepUpAdvice {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom");
  private static final int LEVEL_OF_LOGIN = 1;

  private StepUpAdvice() {}

  /** Logs {@link #of}, if there is anything to say. */
  static void log(Collection<Class<?>> annotated, LoginPageSettings page) {
    String advice = of(annotated, page);
    if (advice != null) {
      LOG.log(WARNING, advice);
    }
  }

  /**
   * What a developer has to be told; null for nothing.
   *
   * @param annotated the classes and interfaces in which a rule is written
   */
  static @Nullable String of(Collection<Class<?>> annotated, LoginPageSettings page) {
    boolean isMissing = page.target() != null && page.stepUpTarget() == null;
    return isMissing
            && annotated.stream().anyMatch(type -> RequiredProof.highestIn(type) > LEVEL_OF_LOGIN)
        ? "There is an @AuthenticationLevel that no login reaches, and no page where a visitor could"
            + " prove it: each is answered 401. Name that page by cloakroom.login.step-up-page."
        : null;
  }
}

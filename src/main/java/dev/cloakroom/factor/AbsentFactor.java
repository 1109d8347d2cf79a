package dev.cloakroom.factor;

import dev.cloakroom.SecondFactor;
import org.jspecify.annotations.Nullable;

/**
 * A factor that nobody has, since the application has nothing that keeps it. It asks nothing, and
 * leaves the name to a factor of the application's own. Immutable.
 *
 * @param missing what the factor would be called
 */
public record AbsentFactor(String missing) implements SecondFactor {

  @Override
  public String method() {
    return "absent-" + missing;
  }

  @Override
  public boolean isEnrolled(String callerName) {
    return false;
  }

  @Override
  public boolean proves(String callerName, @Nullable String challenge, String answer) {
    return false;
  }
}

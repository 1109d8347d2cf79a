package dev.cloakroom.cdi;

import dev.cloakroom.mechanism.CloakroomMechanism;
import jakarta.enterprise.inject.AmbiguousResolutionException;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether the server can tell which authentication mechanism to ask. It looks for the one bean of
 * that type at each request, so that with two of them every request fails.
 *
 * @see <a href="https://jakarta.ee/specifications/security/3.0/">Jakarta Security 3.0, section
 *     2.2</a>
 */
final class MechanismCheck {

  private MechanismCheck() {}

  /** What is wrong in the application that is being started, if it can be asked yet. */
  static Optional<String> problem() {
    try {
      return problem(CDI.current().getBeanManager());
    } catch (IllegalStateException notStartedYet) {
      return Optional.empty();
    }
  }

  static Optional<String> problem(BeanManager beans) {
    Set<Bean<?>> mechanisms =
        beans.getBeans(HttpAuthenticationMechanism.class, Any.Literal.INSTANCE);
    try {
      beans.resolve(mechanisms);
      return Optional.empty();
    } catch (AmbiguousResolutionException severalMechanisms) {
      return Optional.of(
          "Cloakroom does not start: the application has another authentication mechanism, "
              + others(mechanisms)
              + ", and the server cannot tell which to ask. Remove it: an annotation that ends in"
              + " AuthenticationMechanismDefinition, @LoginConfig(authMethod = \"MP-JWT\"), or an"
              + " HttpAuthenticationMechanism of the application's own.");
    }
  }

  private static String others(Set<Bean<?>> mechanisms) {
    return mechanisms.stream()
        .filter(bean -> bean.getBeanClass() != CloakroomMechanism.class)
        .map(MechanismCheck::describe)
        .sorted()
        .collect(Collectors.joining(" and "));
  }

  /** The bean of an annotation has no class that says more than its text does. */
  private static String describe(Bean<?> bean) {
    return LogText.encode(bean.toString());
  }
}

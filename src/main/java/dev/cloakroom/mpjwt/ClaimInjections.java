package dev.cloakroom.mpjwt;

import static java.lang.System.Logger.Level.WARNING;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.DefinitionException;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import jakarta.inject.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.Claim;
import org.eclipse.microprofile.jwt.ClaimValue;
import org.eclipse.microprofile.jwt.Claims;
import org.jspecify.annotations.Nullable;

/**
 * Looks at where claims are injected when an application starts: MicroProfile JWT 2.1, sections
 * 9.1.2 and 9.1.3 say what must not be deployed.
 */
public final class ClaimInjections {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom");

  /** What finds the claim each time that it is asked. */
  private static final Set<Class<?>> LATE = Set.of(Provider.class, Instance.class);

  private ClaimInjections() {}

  /** Refuses the application for a claim that cannot be right; warns of one that may not be. */
  public static void check(ProcessInjectionPoint<?, ?> found, BeanManager beans) {
    InjectionPoint place = found.getInjectionPoint();
    ClaimProducers.of(place)
        .flatMap(claim -> problem(claim, place, beans))
        .ifPresent(
            problem ->
                found.addDefinitionError(
                    new DefinitionException("Cloakroom: " + place.getMember() + " " + problem)));
  }

  private static Optional<String> problem(Claim claim, InjectionPoint place, BeanManager beans) {
    String name = ClaimProducers.nameOf(claim);
    if (name.isEmpty()) {
      return Optional.of("is a @Claim without a name. Write which claim it is.");
    }
    if (claim.standard() != Claims.UNKNOWN && !claim.standard().name().equals(name)) {
      return Optional.of(
          "is a @Claim of two names, %s and %s. Write one of them."
              .formatted(name, claim.standard().name()));
    }
    Type type = asked(place.getType());
    if (!isKnown(type)) {
      return Optional.of(
          ("is the claim %s as %s. Allowed: String, Long, long, Boolean, boolean, Set<String>,"
                  + " JsonValue, JsonString, JsonNumber, JsonArray, JsonObject, each also in an"
                  + " Optional, and these in a ClaimValue, Provider or Instance.")
              .formatted(name, place.getType().getTypeName()));
    }
    return isLate(place) ? Optional.empty() : problem(name, place, beans);
  }

  private static Optional<String> problem(String name, InjectionPoint place, BeanManager beans) {
    Class<? extends Annotation> scope = scope(place.getBean());
    if (scope != null && beans.isPassivatingScope(scope)) {
      return Optional.of(
          ("is the claim %s in a bean of @%s, which outlives the request and its token. Inject"
                  + " an Instance or a Provider of it, or the JsonWebToken.")
              .formatted(name, scope.getSimpleName()));
    }
    if (ClaimTypes.raw(place.getType()) != ClaimValue.class) {
      LongLived.of(place).ifPresent(holder -> warn(name, place, holder));
    }
    return Optional.empty();
  }

  private static void warn(String name, InjectionPoint place, String holder) {
    LOG.log(
        WARNING,
        "{0} is the claim {1} in {2}: it stays that of whoever came first, whoever asks later."
            + " Inject it as ClaimValue, Instance or Provider.",
        place.getMember(),
        name,
        holder);
  }

  private static @Nullable Class<? extends Annotation> scope(@Nullable Bean<?> bean) {
    return bean == null ? null : bean.getScope();
  }

  private static boolean isLate(InjectionPoint place) {
    return LATE.contains(ClaimTypes.raw(place.getType()));
  }

  /** What a bean is looked for. */
  private static Type asked(Type injected) {
    return LATE.contains(ClaimTypes.raw(injected)) ? ClaimTypes.argument(injected) : injected;
  }

  private static boolean isKnown(Type type) {
    return type == long.class
        || type == boolean.class
        || ClaimTypes.ALL.contains(type)
        || (ClaimTypes.raw(type) == ClaimValue.class && ClaimTypes.isOpen(type));
  }
}

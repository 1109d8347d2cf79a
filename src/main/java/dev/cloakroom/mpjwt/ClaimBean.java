package dev.cloakroom.mpjwt;

import dev.cloakroom.token.TokenContent;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.interceptor.Interceptor;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.jwt.Claim;
import org.eclipse.microprofile.jwt.ClaimLiteral;
import org.eclipse.microprofile.jwt.Claims;
import org.jspecify.annotations.Nullable;

/**
 * Makes claims injectable by {@link Claim}, as each type that MicroProfile JWT has for them: like
 * {@link JsonWebTokenBean} it wins over what a server brings, whose claims are not of our tokens.
 */
public final class ClaimBean {

  private ClaimBean() {}

  /** Adds the bean, with what finds the token of whom the calling thread works for. */
  public static void addTo(AfterBeanDiscovery discovery, Supplier<@Nullable TokenContent> current) {
    discovery
        .<Object>addBean()
        .id(ClaimBean.class.getName() + " of " + JsonWebTokenBean.place())
        .beanClass(ClaimBean.class)
        .types(ClaimTypes.ALL)
        .qualifiers(new ClaimLiteral())
        .scope(Dependent.class)
        .alternative(true)
        .priority(Interceptor.Priority.APPLICATION)
        .produceWith(instances -> injected(instances.select(InjectionPoint.class).get(), current));
  }

  private static @Nullable Object injected(
      InjectionPoint place, Supplier<@Nullable TokenContent> current) {
    return claim(place)
        .map(claim -> new InjectedClaim(nameOf(claim), current).as(place.getType()))
        .orElse(null);
  }

  /** The qualifier of an injection point, if it has one. */
  static Optional<Claim> claim(InjectionPoint place) {
    return place.getQualifiers().stream()
        .filter(Claim.class::isInstance)
        .map(Claim.class::cast)
        .findFirst();
  }

  /** The claim's name; empty where the annotation names none. */
  static String nameOf(Claim claim) {
    return claim.value().isEmpty() && claim.standard() != Claims.UNKNOWN
        ? claim.standard().name()
        : claim.value();
  }
}

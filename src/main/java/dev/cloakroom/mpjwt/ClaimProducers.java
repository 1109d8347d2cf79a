package dev.cloakroom.mpjwt;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.interceptor.Interceptor;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.Claim;
import org.eclipse.microprofile.jwt.ClaimValue;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Makes claims injectable by {@link Claim}, as each type that MicroProfile JWT has for them: like
 * {@link JsonWebTokenBean} it wins over what a server brings, whose claims are not of our tokens.
 *
 * <p>Producer methods without a disposer, since a container remembers nothing of what these have
 * made: the claims of a {@code Provider} in a bean that lives long would stay as long as that.
 * Without a scope, so that the class is not found where its API is absent.
 */
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
public class ClaimProducers {

  private ClaimProducers() {}

  /** Adds the producers. The id names the place of the JAR, as that of {@link JsonWebTokenBean}. */
  public static void addTo(BeforeBeanDiscovery discovery) {
    discovery.addAnnotatedType(
        ClaimProducers.class, ClaimProducers.class.getName() + " of " + JsonWebTokenBean.place());
  }

  @Produces
  @Claim
  @Typed(String.class)
  static @Nullable String text(InjectionPoint place, JsonWebToken token) {
    return (String) claim(place, token);
  }

  @Produces
  @Claim
  @Typed(Long.class)
  static @Nullable Long number(InjectionPoint place, JsonWebToken token) {
    return (Long) claim(place, token);
  }

  @Produces
  @Claim
  @Typed(Boolean.class)
  static @Nullable Boolean truth(InjectionPoint place, JsonWebToken token) {
    return (Boolean) claim(place, token);
  }

  @Produces
  @Claim
  @Typed(Set.class)
  @SuppressWarnings("unchecked") // no other set is injected
  static @Nullable Set<String> texts(InjectionPoint place, JsonWebToken token) {
    return (Set<String>) claim(place, token);
  }

  @Produces
  @Claim
  @Typed(JsonValue.class)
  static @Nullable JsonValue json(InjectionPoint place, JsonWebToken token) {
    return (JsonValue) claim(place, token);
  }

  @Produces
  @Claim
  @Typed(JsonString.class)
  static @Nullable JsonString jsonText(InjectionPoint place, JsonWebToken token) {
    return (JsonString) claim(place, token);
  }

  @Produces
  @Claim
  @Typed(JsonNumber.class)
  static @Nullable JsonNumber jsonNumber(InjectionPoint place, JsonWebToken token) {
    return (JsonNumber) claim(place, token);
  }

  @Produces
  @Claim
  @Typed(JsonArray.class)
  static @Nullable JsonArray jsonArray(InjectionPoint place, JsonWebToken token) {
    return (JsonArray) claim(place, token);
  }

  @Produces
  @Claim
  @Typed(JsonObject.class)
  static @Nullable JsonObject jsonObject(InjectionPoint place, JsonWebToken token) {
    return (JsonObject) claim(place, token);
  }

  @Produces
  @Claim
  @Typed(Optional.class)
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the injection point says T
  static <T> Optional<T> maybe(InjectionPoint place, JsonWebToken token) {
    return (Optional<T>) Objects.requireNonNullElse(claim(place, token), Optional.empty());
  }

  @Produces
  @Claim
  @Typed(ClaimValue.class)
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the injection point says T
  static <T> @Nullable ClaimValue<T> value(InjectionPoint place, JsonWebToken token) {
    return (ClaimValue<T>) claim(place, token);
  }

  private static @Nullable Object claim(InjectionPoint place, JsonWebToken token) {
    return of(place)
        .map(claim -> new InjectedClaim(nameOf(claim), token).as(place.getType()))
        .orElse(null);
  }

  /** The qualifier of an injection point, if it has one. */
  static Optional<Claim> of(InjectionPoint place) {
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

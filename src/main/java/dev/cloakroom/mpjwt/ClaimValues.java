package dev.cloakroom.mpjwt;

import dev.cloakroom.token.JsonNull;
import dev.cloakroom.token.TokenContent;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.Claims;
import org.jspecify.annotations.Nullable;

/**
 * The claims in the Java types that MicroProfile JWT 2.1 gives them: those of {@link Claims} as
 * plain Java where its type is plain, every other claim as the JSON-P value of what it is in JSON.
 */
final class ClaimValues {
  private static final Map<String, Function<TokenContent, @Nullable Object>> TYPED =
      Map.of(
          Claims.raw_token.name(), token -> token.raw().text(),
          Claims.groups.name(), TokenContent::groups,
          Claims.aud.name(), token -> audience(token.claims().get("aud")),
          Claims.exp.name(), token -> token.expiresAt().getEpochSecond(),
          Claims.iat.name(), token -> token.issuedAt().getEpochSecond());

  private static final Set<String> STANDARD =
      Stream.of(Claims.values()).map(Claims::name).collect(Collectors.toUnmodifiableSet());

  /**
   * Whoever asks for a claim of these types gets it or none. {@code amr} is called a string there,
   * and is several (RFC 8176).
   */
  private static final Set<Class<?>> PLAIN = Set.of(String.class, Long.class, Boolean.class);

  private ClaimValues() {}

  /** The names of a token's claims; its own text is one of them here. */
  static Set<String> names(TokenContent token) {
    Set<String> names = new HashSet<>(token.claims().keySet());
    names.add(Claims.raw_token.name());
    return Set.copyOf(names);
  }

  /** A claim's value; null for one that is not there, is null, or is not of its type. */
  static @Nullable Object of(TokenContent token, String name) {
    Function<TokenContent, @Nullable Object> typed = TYPED.get(name);
    return typed == null ? other(name, token.claims().get(name)) : typed.apply(token);
  }

  private static @Nullable Object other(String name, @Nullable Object value) {
    if (value == null || value == JsonNull.NULL) {
      return null;
    }
    if (!STANDARD.contains(name)) {
      return JsonValues.of(value);
    }
    Class<?> type = Claims.valueOf(name).getType();
    if (PLAIN.contains(type) && !name.equals(Claims.amr.name())) {
      return type.isInstance(value) ? value : null;
    }
    return isOfSeveral(value) ? JsonValues.of(value) : value;
  }

  /** One string or several (RFC 7519, section 4.1.3); a token may have none. */
  private static @Nullable Set<String> audience(@Nullable Object claim) {
    if (claim instanceof String one) {
      return Set.of(one);
    }
    return claim instanceof List<?> several
        ? several.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet())
        : null;
  }

  private static boolean isOfSeveral(Object value) {
    return value instanceof List || value instanceof Map;
  }
}

package dev.cloakroom.mpjwt;

import dev.cloakroom.token.JsonNull;
import dev.cloakroom.token.VerifiedToken;
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
  private static final Map<String, Function<VerifiedToken, Object>> TYPED =
      Map.of(
          Claims.raw_token.name(), token -> token.raw().text(),
          Claims.groups.name(), VerifiedToken::groups,
          Claims.aud.name(), token -> Set.copyOf(token.audience()),
          Claims.exp.name(), token -> token.expiresAt().getEpochSecond(),
          Claims.iat.name(), token -> token.issuedAt().getEpochSecond());

  private static final Set<String> STANDARD =
      Stream.of(Claims.values()).map(Claims::name).collect(Collectors.toUnmodifiableSet());

  private ClaimValues() {}

  /** The names of a token's claims; its own text is one of them here. */
  static Set<String> names(VerifiedToken token) {
    Set<String> names = new HashSet<>(token.claims().keySet());
    names.add(Claims.raw_token.name());
    return Set.copyOf(names);
  }

  /** A claim's value; null for one that is not there, or is null. */
  static @Nullable Object of(VerifiedToken token, String name) {
    Function<VerifiedToken, Object> typed = TYPED.get(name);
    return typed == null ? other(name, token.claims().get(name)) : typed.apply(token);
  }

  private static @Nullable Object other(String name, @Nullable Object value) {
    if (value == null || value == JsonNull.NULL) {
      return null;
    }
    boolean plain = STANDARD.contains(name) && !isOfSeveral(value);
    return plain ? value : JsonValues.of(value);
  }

  private static boolean isOfSeveral(Object value) {
    return value instanceof List || value instanceof Map;
  }
}

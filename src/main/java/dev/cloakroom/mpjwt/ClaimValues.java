package dev.cloakroom.mpjwt;

import dev.cloakroom.token.VerifiedToken;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.jwt.Claims;
import org.jspecify.annotations.Nullable;

/** The claims in the Java types that MicroProfile JWT 2.1 gives them (section 4.1). */
final class ClaimValues {
  private static final Map<String, Function<VerifiedToken, Object>> TYPED =
      Map.of(
          Claims.raw_token.name(), token -> token.raw().text(),
          Claims.groups.name(), VerifiedToken::groups,
          Claims.aud.name(), token -> Set.copyOf(token.audience()),
          Claims.exp.name(), token -> token.expiresAt().getEpochSecond(),
          Claims.iat.name(), token -> token.issuedAt().getEpochSecond());

  private ClaimValues() {}

  static @Nullable Object of(VerifiedToken token, String name) {
    Function<VerifiedToken, Object> typed = TYPED.get(name);
    return typed == null ? token.claims().get(name) : typed.apply(token);
  }
}

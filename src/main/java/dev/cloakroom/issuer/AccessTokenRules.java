package dev.cloakroom.issuer;

import dev.cloakroom.config.IssuerTokenSettings;
import java.util.Collections;
import java.util.Map;
import java.util.Set;

/**
 * Tells access tokens, which are for whoever bears them, from the other kinds of tokens that an
 * issuer signs by the same key: ID tokens above all, which any page may have (<a
 * href="https://www.rfc-editor.org/rfc/rfc8725#section-3.12">RFC 8725 §3.12</a>).
 */
final class AccessTokenRules {
  private static final String ACCESS_TOKEN = "at+jwt";
  private static final String BEARER = "Bearer";
  private static final Set<Object> ACCESS_USES = Set.of("access", "access_token");

  /**
   * Only ID tokens and logout tokens have them (OpenID Connect Core §3.3.2.11, FAPI 1.0 Part 2
   * §5.1, Back-Channel §2.4); and whoever has the key that {@code cnf} names may use such a token,
   * for which nobody here asks (RFC 7800).
   */
  private static final Set<String> OF_OTHER_KINDS =
      Set.of("at_hash", "c_hash", "s_hash", "events", "cnf");

  private AccessTokenRules() {}

  /** Whether a token is one, by what it says in its header and its claims. */
  static boolean isAccessToken(Map<String, Object> header, Map<String, Object> claims) {
    return Collections.disjoint(claims.keySet(), OF_OTHER_KINDS)
        && isKindAllowed(claims)
        && (isCalledAccessToken(header) || BEARER.equals(claims.get("typ")) || hasNoSign(claims));
  }

  /** Keycloak calls others, in the claims, ID, Refresh, Offline, Logout, DPoP and so on. */
  private static boolean isKindAllowed(Map<String, Object> claims) {
    return !claims.containsKey("typ") || BEARER.equals(claims.get("typ"));
  }

  /**
   * Whether what an issuer answers about a token is about one (<a
   * href="https://www.rfc-editor.org/rfc/rfc7662#section-2.2">RFC 7662 §2.2</a>): many answer about
   * refresh tokens, too, and those of ID tokens have a {@code nonce}.
   */
  static boolean isAnsweredAccessToken(Map<String, Object> answer) {
    Object type = answer.get("token_type");
    boolean isBearer = type instanceof String text && text.equalsIgnoreCase(BEARER);
    return Collections.disjoint(answer.keySet(), OF_OTHER_KINDS)
        && isKindAllowed(answer)
        && (isBearer || !answer.containsKey("token_type"))
        && ACCESS_USES.contains(answer.getOrDefault("token_use", "access"))
        && (isBearer || BEARER.equals(answer.get("typ")) || !answer.containsKey("nonce"));
  }

  private static boolean isCalledAccessToken(Map<String, Object> header) {
    return header.get("typ") instanceof String type
        && IssuerTokenSettings.shortType(type).equals(ACCESS_TOKEN);
  }

  /** A token that does not say what it is has nothing of an ID token either. */
  private static boolean hasNoSign(Map<String, Object> claims) {
    return !claims.containsKey("nonce")
        && "access".equals(claims.getOrDefault("token_use", "access"));
  }
}

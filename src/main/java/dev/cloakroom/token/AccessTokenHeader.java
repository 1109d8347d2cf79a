package dev.cloakroom.token;

import com.nimbusds.jose.util.JSONObjectUtils;
import dev.cloakroom.crypto.KeyRing;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The header of our access tokens: type {@code at+jwt} (<a
 * href="https://www.rfc-editor.org/rfc/rfc9068#section-2.1">RFC 9068 §2.1</a>), algorithm ES256 and
 * the id of one of our keys.
 *
 * <p>A header that offers a key or asks for special treatment is refused, although the standard
 * would let us ignore some of these: we never write one, so only a forger does.
 */
final class AccessTokenHeader {
  private static final String ALGORITHM = "ES256";
  private static final String TYPE = "at+jwt";
  private static final String MEDIA_TYPE_PREFIX = "application/";

  /** Keys from the token itself (§4.1.2 to §4.1.6 of RFC 7515), and extensions (§4.1.11). */
  private static final Set<String> REFUSED =
      Set.of("jku", "jwk", "x5u", "x5c", "crit", "b64", "zip", "enc");

  private AccessTokenHeader() {}

  static String json(String kid) {
    return json(kid, TYPE);
  }

  static String json(String kid, String type) {
    return JSONObjectUtils.toJSONString(
        new TreeMap<>(Map.of("alg", ALGORITHM, "kid", kid, "typ", type)));
  }

  /** Returns the key id that the header names, or empty when the header is not one of ours. */
  static Optional<String> kid(byte[] header) {
    return kid(header, TYPE);
  }

  /** The same for tokens of ours that have another type. */
  static Optional<String> kid(byte[] header, String type) {
    return StrictJson.parseObject(header)
        .filter(members -> isOurs(members, type))
        .map(members -> members.get("kid"))
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .filter(kid -> kid.length() <= KeyRing.MAX_KID_LENGTH);
  }

  private static boolean isOurs(Map<String, Object> header, String type) {
    return ALGORITHM.equals(header.get("alg"))
        && isType(header.get("typ"), type)
        && Collections.disjoint(header.keySet(), REFUSED);
  }

  /** Media types know no case, and their prefix may be left out (RFC 7515 §4.1.9). */
  private static boolean isType(@Nullable Object value, String type) {
    if (!(value instanceof String text)) {
      return false;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.equals(type) || lower.equals(MEDIA_TYPE_PREFIX + type);
  }
}

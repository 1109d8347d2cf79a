package dev.cloakroom.crypto;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.text.ParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The public key that a JWK holds: RSA, EC or Ed25519 (<a
 * href="https://www.rfc-editor.org/rfc/rfc7517#section-4">RFC 7517 §4</a>, RFC 8037 §2). Nothing
 * else of it is looked at, its certificates least of all.
 */
public final class PublicJwk {
  /** All that says what the key is; what says what it is for is the reader's to judge. */
  private static final Set<String> MEMBERS = Set.of("kty", "n", "e", "crv", "x", "y");

  private static final int ED25519_BYTES = 32;

  private PublicJwk() {}

  /** The key, or empty for one of another kind, or a malformed one. */
  public static Optional<PublicKey> read(Map<String, Object> jwk) {
    Map<String, Object> members = new HashMap<>(jwk);
    members.keySet().retainAll(MEMBERS);
    try {
      return "OKP".equals(jwk.get("kty")) ? edwards(members) : rsaOrEc(members);
    } catch (ParseException
        | JOSEException
        | GeneralSecurityException
        | IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static Optional<PublicKey> rsaOrEc(Map<String, Object> members)
      throws ParseException, JOSEException {
    JWK jwk = JWK.parse(members);
    if (jwk instanceof RSAKey rsa) {
      return Optional.of(rsa.toRSAPublicKey());
    }
    return jwk instanceof ECKey ec ? Optional.of(ec.toECPublicKey()) : Optional.empty();
  }

  private static Optional<PublicKey> edwards(Map<String, Object> members)
      throws GeneralSecurityException {
    if ("Ed25519".equals(members.get("crv")) && members.get("x") instanceof String x) {
      byte[] bytes = Base64Url.decode(x).orElseGet(() -> new byte[0]);
      return bytes.length == ED25519_BYTES ? Optional.of(ed25519(bytes)) : Optional.empty();
    }
    return Optional.empty();
  }

  /** The y of a point, least byte first, and the last bit of its x on top (RFC 8032 §5.1.2). */
  private static PublicKey ed25519(byte[] bytes) throws GeneralSecurityException {
    byte[] y = new byte[ED25519_BYTES];
    for (int i = 0; i < ED25519_BYTES; i++) {
      y[i] = bytes[ED25519_BYTES - 1 - i];
    }
    boolean isXOdd = y[0] < 0;
    y[0] &= 0x7f;
    EdECPoint point = new EdECPoint(isXOdd, new BigInteger(1, y));
    return KeyFactory.getInstance("Ed25519")
        .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
  }
}

package dev.cloakroom.crypto;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.CurveBasedJWK;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the keys of a JWK or a JWK set (<a href="https://www.rfc-editor.org/rfc/rfc7517">RFC
 * 7517</a>), in their order.
 */
final class JwkKeys {
  private final String where;

  private JwkKeys(String where) {
    this.where = where;
  }

  static boolean isJson(String text) {
    return text.stripLeading().startsWith("{");
  }

  static List<KeyMaterial> parse(String where, String text) {
    return new JwkKeys(where).materials(text);
  }

  private List<KeyMaterial> materials(String text) {
    List<KeyMaterial> materials = new ArrayList<>();
    for (JWK jwk : jwks(text)) {
      materials.add(material(jwk));
    }
    if (materials.isEmpty()) {
      throw unusable("the JWK set holds no key of a known type");
    }
    return materials;
  }

  // The parser's own message is left out because it may quote what it could not read.
  private List<JWK> jwks(String text) {
    try {
      Map<String, Object> json = JSONObjectUtils.parse(text);
      return json.containsKey("keys") ? JWKSet.parse(json).getKeys() : List.of(JWK.parse(json));
    } catch (ParseException | IllegalArgumentException e) {
      throw unusable("it is neither a JWK nor a JWK set, or a key in it is malformed");
    }
  }

  private KeyMaterial material(JWK jwk) {
    Curve curve = curve(jwk);
    if (!Curve.P_256.equals(curve) && !Curve.Ed25519.equals(curve)) {
      throw unusable("it is " + kind(jwk) + ", not EC P-256 or Ed25519");
    }
    requireSigning(jwk);
    try {
      PublicKey publicKey =
          PublicJwk.read(jwk.toJSONObject()).orElseThrow(() -> unusable("the key is malformed"));
      return new KeyMaterial(
          where, new VerificationKey(kid(jwk, publicKey), publicKey), privateKey(jwk));
    } catch (JOSEException | GeneralSecurityException e) {
      throw unusable("the key is malformed");
    }
  }

  private static @Nullable Curve curve(JWK jwk) {
    return jwk instanceof CurveBasedJWK onCurve ? onCurve.getCurve() : null;
  }

  private static @Nullable PrivateKey privateKey(JWK jwk)
      throws JOSEException, GeneralSecurityException {
    if (jwk instanceof ECKey ec) {
      return ec.toECPrivateKey();
    }
    Base64URL secret = jwk.toOctetKeyPair().getD();
    return secret == null
        ? null
        : KeyFactory.getInstance("Ed25519")
            .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, secret.decode()));
  }

  private void requireSigning(JWK jwk) {
    Algorithm algorithm = jwk.getAlgorithm();
    SignatureAlgorithm expected =
        jwk instanceof ECKey ? SignatureAlgorithm.ES256 : SignatureAlgorithm.ED25519;
    if (algorithm != null
        && !SignatureAlgorithm.named(algorithm.getName()).equals(Optional.of(expected))) {
      throw unusable("its alg is '" + algorithm.getName() + "', not " + OwnKeys.jwsName(expected));
    }
    Set<KeyOperation> operations = jwk.getKeyOperations();
    KeyOperation needed = jwk.isPrivate() ? KeyOperation.SIGN : KeyOperation.VERIFY;
    if (operations != null && !operations.contains(needed)) {
      throw unusable("its key_ops do not include '" + needed.identifier() + "'");
    }
    KeyUse use = jwk.getKeyUse();
    if (use != null && !use.equals(KeyUse.SIGNATURE)) {
      throw unusable("its use is '" + use.identifier() + "', not sig");
    }
  }

  private String kid(JWK jwk, PublicKey publicKey) {
    String kid = jwk.getKeyID();
    if (kid == null) {
      return OwnKeys.thumbprint(publicKey);
    }
    if (kid.isEmpty() || kid.length() > KeyRing.MAX_KID_LENGTH) {
      throw unusable("its kid has " + kid.length() + " characters, not 1 to 256");
    }
    return kid;
  }

  private static String kind(JWK jwk) {
    if (jwk instanceof RSAKey rsa) {
      return KeyKind.describeRsa(rsa.size());
    }
    Curve curve = curve(jwk);
    return curve != null
        ? "an EC key on " + curve.getName()
        : "a key of type " + jwk.getKeyType().getValue();
  }

  private UnusableKeyException unusable(String problem) {
    return new UnusableKeyException(where, problem, UnusableKeyException.MAKE_A_KEY);
  }
}

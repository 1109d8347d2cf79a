package dev.cloakroom.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import dev.cloakroom.crypto.Base64Url;
import dev.cloakroom.testing.TokenMutations;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A key pair of another issuer and the algorithm that it is for.
 *
 * @param kid its id in tokens and in its JWK
 */
record PartnerKey(String kid, String algorithm, KeyPair pair) implements TokenMutations.Signer {
  private static final Map<String, PartnerKey> MADE = new ConcurrentHashMap<>();

  /** Always the same one for an id and an algorithm: RSA keys take long to make. */
  static PartnerKey of(String kid, String algorithm) {
    return MADE.computeIfAbsent(kid + " " + algorithm, name -> make(kid, algorithm));
  }

  private static PartnerKey make(String kid, String algorithm) {
    return switch (algorithm) {
      case "ES256" -> new PartnerKey(kid, algorithm, ec("secp256r1"));
      case "ES384" -> new PartnerKey(kid, algorithm, ec("secp384r1"));
      case "ES512" -> new PartnerKey(kid, algorithm, ec("secp521r1"));
      case "EdDSA", "Ed25519" -> new PartnerKey(kid, algorithm, pair("Ed25519"));
      default -> rsa(kid, algorithm, 2048);
    };
  }

  static PartnerKey rsa(String kid, String algorithm, int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits);
      return new PartnerKey(kid, algorithm, generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static KeyPair ec(String curve) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec(curve));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static KeyPair pair(String kind) {
    try {
      return KeyPairGenerator.getInstance(kind).generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** The same key for another algorithm, as nobody should use it. */
  PartnerKey as(String other) {
    return new PartnerKey(kid, other, pair);
  }

  /** A header that names algorithm, key and the type {@code JWT}. */
  String header() {
    return "{\"alg\":\"%s\",\"kid\":\"%s\",\"typ\":\"JWT\"}".formatted(algorithm, kid);
  }

  @Override
  public String header(String claims) {
    return header();
  }

  @Override
  public String sign(String header, String claims) {
    String input =
        Base64Url.encode(header.getBytes(UTF_8)) + "." + Base64Url.encode(claims.getBytes(UTF_8));
    return input + "." + Base64Url.encode(signature(input.getBytes(UTF_8)));
  }

  String sign(String claims) {
    return sign(header(), claims);
  }

  private byte[] signature(byte[] message) {
    try {
      Signature signer = signer();
      signer.initSign(pair.getPrivate());
      signer.update(message);
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private Signature signer() throws GeneralSecurityException {
    String bits = algorithm.substring(2);
    return switch (algorithm.substring(0, 2)) {
      case "RS" -> Signature.getInstance("SHA" + bits + "withRSA");
      case "ES" -> Signature.getInstance("SHA" + bits + "withECDSAinP1363Format");
      case "PS" -> pss("SHA-" + bits, Integer.parseInt(bits) / Byte.SIZE);
      default -> Signature.getInstance("Ed25519");
    };
  }

  private static Signature pss(String hash, int salt) throws GeneralSecurityException {
    Signature signer = Signature.getInstance("RSASSA-PSS");
    signer.setParameter(new PSSParameterSpec(hash, "MGF1", new MGF1ParameterSpec(hash), salt, 1));
    return signer;
  }

  /** The public key alone, without saying what it is for. */
  String bareJwk() {
    if (pair.getPublic() instanceof RSAPublicKey rsa) {
      return new RSAKey.Builder(rsa).build().toJSONString();
    }
    if (pair.getPublic() instanceof ECPublicKey ec) {
      return new ECKey.Builder(Curve.forECParameterSpec(ec.getParams()), ec).build().toJSONString();
    }
    byte[] encoded = pair.getPublic().getEncoded();
    String x = Base64Url.encode(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
    return "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"" + x + "\"}";
  }

  /** The public key with more members, such as {@code "use":"enc"}. */
  String jwkWith(String members) {
    return bareJwk().replaceFirst("}$", "," + members + "}");
  }

  String jwk() {
    return jwkWith("\"kid\":\"%s\",\"alg\":\"%s\",\"use\":\"sig\"".formatted(kid, algorithm));
  }

  /** What an issuer publishes that has these keys. */
  static String jwks(String... jwks) {
    return "{\"keys\":[" + String.join(",", jwks) + "]}";
  }
}

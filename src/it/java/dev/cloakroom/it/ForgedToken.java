package dev.cloakroom.it;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A genuine access token taken apart, so that a test can put something else together again.
 *
 * @param header the JSON of the first part
 * @param claims the JSON of the second part
 * @param signature the third part as it is
 */
record ForgedToken(String header, String claims, String signature) {

  static ForgedToken from(String genuine) {
    String[] parts = genuine.split("\\.", -1);
    return new ForgedToken(decoded(parts[0]), decoded(parts[1]), parts[2]);
  }

  ForgedToken header(String json) {
    return new ForgedToken(json, claims, signature);
  }

  ForgedToken claims(String json) {
    return new ForgedToken(header, json, signature);
  }

  ForgedToken signature(String text) {
    return new ForgedToken(header, claims, text);
  }

  /** This token under a valid signature of a key that nobody trusts. */
  ForgedToken signedByAStranger() {
    try {
      Signature es256 = Signature.getInstance("SHA256withECDSAinP1363Format");
      es256.initSign(newKey());
      es256.update(signingInput().getBytes(US_ASCII));
      return signature(encoded(es256.sign()));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this JDK cannot sign by ES256", impossible);
    }
  }

  /** This token under a MAC whose key is a text that everybody knows. */
  ForgedToken authenticatedBy(String publicText) {
    try {
      Mac hs256 = Mac.getInstance("HmacSHA256");
      hs256.init(new SecretKeySpec(publicText.getBytes(UTF_8), "HmacSHA256"));
      return signature(encoded(hs256.doFinal(signingInput().getBytes(US_ASCII))));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this JDK has no HMAC", impossible);
    }
  }

  String text() {
    return signingInput() + "." + signature;
  }

  private String signingInput() {
    return encoded(header.getBytes(UTF_8)) + "." + encoded(claims.getBytes(UTF_8));
  }

  private static PrivateKey newKey() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair().getPrivate();
  }

  private static String decoded(String part) {
    return new String(Base64.getUrlDecoder().decode(part), UTF_8);
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

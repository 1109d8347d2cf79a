package dev.cloakroom.issuer;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSAEncrypter;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;

/** Encrypts tokens for a key of ours, as anybody can. */
final class SealedTokens {
  static final PartnerKey OURS = PartnerKey.of("ours", "RS384");
  static final String PEM =
      "-----BEGIN PRIVATE KEY-----\n"
          + Base64.getEncoder().encodeToString(OURS.pair().getPrivate().getEncoded())
          + "\n-----END PRIVATE KEY-----\n";

  private SealedTokens() {}

  static JWEHeader.Builder header() {
    return new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM)
        .contentType("JWT");
  }

  static String sealed(JWEHeader header, String token) {
    try {
      JWEObject sealed = new JWEObject(header, new Payload(token));
      sealed.encrypt(new RSAEncrypter((RSAPublicKey) OURS.pair().getPublic()));
      return sealed.serialize();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }
}

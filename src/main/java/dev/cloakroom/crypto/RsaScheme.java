package dev.cloakroom.crypto;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * RSA by PKCS #1 v1.5 or PSS (RFC 7518 §3.3, §3.5).
 *
 * @param parameters of PSS; null for PKCS #1 v1.5
 */
record RsaScheme(String jcaName, @Nullable PSSParameterSpec parameters) implements SignatureScheme {

  static RsaScheme pkcs1(String jcaName) {
    return new RsaScheme(jcaName, null);
  }

  /** With a salt as long as the hash, and MGF1 by the same hash. */
  static RsaScheme pss(String hash, int hashBytes) {
    return new RsaScheme(
        "RSASSA-PSS",
        new PSSParameterSpec(
            hash,
            "MGF1",
            new MGF1ParameterSpec(hash),
            hashBytes,
            PSSParameterSpec.TRAILER_FIELD_BC));
  }

  @Override
  public boolean fits(PublicKey key) {
    return key instanceof RSAPublicKey;
  }

  @Override
  public boolean isWellFormed(PublicKey key, byte[] signature) {
    return key instanceof RSAPublicKey rsa
        && signature.length == (rsa.getModulus().bitLength() + Byte.SIZE - 1) / Byte.SIZE;
  }

  @Override
  public Signature newSignature() throws GeneralSecurityException {
    Signature signature = Signature.getInstance(jcaName);
    if (parameters != null) {
      signature.setParameter(parameters);
    }
    return signature;
  }
}

package dev.cloakroom.crypto;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;

/** ECDSA with r and s one after the other, as long as the curve's order (RFC 7518 §3.4). */
record EcdsaScheme(String jcaName, NamedCurve curve) implements SignatureScheme {

  @Override
  public boolean fits(PublicKey key) {
    return key instanceof ECPublicKey ec && curve.isCurveOf(ec);
  }

  /** Checked here too, because not every JDK 17 does (CVE-2022-21449). */
  @Override
  public boolean isWellFormed(PublicKey key, byte[] signature) {
    return signature.length == 2 * curve.size()
        && isInRange(signature, 0)
        && isInRange(signature, curve.size());
  }

  private boolean isInRange(byte[] signature, int offset) {
    BigInteger half = new BigInteger(1, signature, offset, curve.size());
    return half.signum() > 0 && half.compareTo(curve.order()) < 0;
  }

  @Override
  public Signature newSignature() throws GeneralSecurityException {
    return Signature.getInstance(jcaName);
  }
}

package dev.cloakroom.crypto;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;

/** Ed25519 (RFC 8037 §3.1). */
record Ed25519Scheme() implements SignatureScheme {
  private static final String NAME = NamedParameterSpec.ED25519.getName();
  private static final int SIGNATURE_LENGTH = 64;

  @Override
  public boolean fits(PublicKey key) {
    return key instanceof EdECPublicKey edwards && edwards.getParams().getName().equals(NAME);
  }

  @Override
  public boolean isWellFormed(PublicKey key, byte[] signature) {
    return signature.length == SIGNATURE_LENGTH;
  }

  @Override
  public Signature newSignature() throws GeneralSecurityException {
    return Signature.getInstance(NAME);
  }
}

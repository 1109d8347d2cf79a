package dev.cloakroom.crypto;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;

/** How signatures of one algorithm look, and what verifies them. */
interface SignatureScheme {

  /** Whether a key is for it. */
  boolean fits(PublicKey key);

  /** Whether what should be a signature by this key has the length and the range of one. */
  boolean isWellFormed(PublicKey key, byte[] signature);

  /** A new one for each use: it is not thread-safe. */
  Signature newSignature() throws GeneralSecurityException;
}

package dev.cloakroom.crypto;

import java.security.PrivateKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One key as it was read, not yet proven.
 *
 * @param where the file or resource, for messages
 * @param privateKey null when only the public half is there, as for a retired key
 */
record KeyMaterial(String where, VerificationKey verificationKey, @Nullable PrivateKey privateKey) {
  /** The key to sign with; empty when only the public half is there. */
  Optional<SigningKey> signingKey() {
    return Optional.ofNullable(privateKey).map(key -> new SigningKey(verificationKey, key));
  }

  @Override
  public String toString() {
    return "KeyMaterial[" + where + "]";
  }
}

package dev.cloakroom.crypto;

import java.security.interfaces.ECPrivateKey;
import org.jspecify.annotations.Nullable;

/**
 * One key as it was read, not yet proven.
 *
 * @param where the file or resource, for messages
 * @param privateKey null when only the public half is there, as for a retired key
 */
record KeyMaterial(
    String where, VerificationKey verificationKey, @Nullable ECPrivateKey privateKey) {
  @Override
  public String toString() {
    return "KeyMaterial[" + where + "]";
  }
}

package dev.cloakroom.store;

import java.time.Instant;

/**
 * What is kept of something that can be used once. Immutable.
 *
 * @param id finds it: 22 digits of base64url, no secret
 * @param owner whose it is: at most 64 characters of ASCII without spaces, and nothing that must
 *     not be read
 * @param purpose what it is good for, in the same form
 * @param holder who alone can use it, in the same form; the same for all that anybody can use
 * @param keptUntil from this moment on it is gone
 * @param content what proves it and what it means, in ASCII, in a form of who keeps it; holds
 *     hashes of secrets, never secrets
 */
public record OneTimeRecord(
    String id, String owner, String purpose, String holder, Instant keptUntil, String content) {

  /** Without what it means, which is nobody else's business. */
  @Override
  public String toString() {
    return "OneTimeRecord[" + id + "]";
  }
}

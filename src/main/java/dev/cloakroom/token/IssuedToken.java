package dev.cloakroom.token;

import java.time.Duration;
import java.time.Instant;

/**
 * An access token that was just made.
 *
 * @param text the credential to hand out
 * @param expiresAt when its time is over, in whole seconds
 * @param expiresIn how long it lasts, in whole seconds: {@code expires_in} of RFC 6749 §5.1
 */
public record IssuedToken(String text, Instant expiresAt, Duration expiresIn) {
  /** Never shows the text. */
  @Override
  public String toString() {
    return "IssuedToken[***, expiresAt=" + expiresAt + "]";
  }
}

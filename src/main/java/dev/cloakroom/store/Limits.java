package dev.cloakroom.store;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a credential may be used.
 *
 * @param idleTimeout how long it may lie unused
 * @param endsAt the first moment at which it is over, used or not
 */
public record Limits(Duration idleTimeout, Instant endsAt) {

  /** The first moment at which a credential last used at the given one is no longer accepted. */
  public Instant expiry(Instant lastUse) {
    Instant idle = lastUse.plus(idleTimeout);
    return idle.isBefore(endsAt) ? idle : endsAt;
  }
}

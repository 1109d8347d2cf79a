package dev.cloakroom.event;

import java.time.Duration;
import java.time.Instant;

/**
 * A login was refused without a look at the password, because too many have failed before.
 *
 * @param callerName the name that was tried, cut to 256 characters; empty if none was sent
 * @param address the network address the attempt came from
 * @param retryAfter how long the next attempt has to wait
 * @param at when
 */
public record LoginThrottled(String callerName, String address, Duration retryAfter, Instant at)
    implements SecurityEvent {

  public LoginThrottled {
    callerName = TriedName.cut(callerName);
  }
}

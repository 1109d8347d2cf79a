package dev.cloakroom.event;

import java.time.Instant;

/**
 * A login was refused.
 *
 * @param callerName the name that was tried, cut to 256 characters; empty if none was sent
 * @param address the network address the attempt came from
 * @param reason why, as the code that the client was told, such as {@code invalid-credentials}
 * @param at when
 */
public record LoginFailed(String callerName, String address, String reason, Instant at)
    implements SecurityEvent {

  public LoginFailed {
    callerName = TriedName.cut(callerName);
  }
}

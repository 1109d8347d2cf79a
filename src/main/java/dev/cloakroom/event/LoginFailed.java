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

  /** The longest name that is told, in characters: no caller has a longer one in a shared store. */
  private static final int LONGEST = 256;

  public LoginFailed {
    callerName = callerName.length() > LONGEST ? cut(callerName) : callerName;
  }

  private static String cut(String name) {
    int end = Character.isHighSurrogate(name.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return name.substring(0, end) + "\u2026";
  }
}

package dev.cloakroom.event;

import java.time.Instant;

/**
 * A second factor of a caller was added, replaced or removed. Tell them, in case it was not they
 * who did it. Their other login sessions have been ended.
 *
 * @param callerName the caller
 * @param method which factor, as {@link dev.cloakroom.SecondFactor#method} has it: {@code otp}, or
 *     {@code recovery-code} if nothing but the recovery codes was replaced
 * @param change what was done
 * @param at when
 */
public record FactorChanged(String callerName, String method, Change change, Instant at)
    implements SecurityEvent {

  /** What was done to a factor. */
  public enum Change {
    /** The caller had no such factor before. */
    ADDED,
    /** Another one is good now, and what was before is good no longer. */
    REPLACED,
    /** The caller has no such factor any more. */
    REMOVED
  }
}

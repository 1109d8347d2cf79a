package dev.cloakroom.store;

import dev.cloakroom.EndReason;
import java.time.Duration;
import java.time.Instant;

/**
 * That a login session was ended before its time.
 *
 * @param why who or what ended it
 * @param at when
 */
public record End(EndReason why, Instant at) {

  /** How long after an end a login may still be under way that began before it. */
  public static final Duration LONGEST_LOGIN = Duration.ofHours(1);
}

package dev.cloakroom.store;

import dev.cloakroom.event.EndReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * That a login session was ended before its time.
 *
 * @param why who or what ended it
 * @param at when
 */
public record End(EndReason why, Instant at) {

  /** How long after an end a login may still be under way that began before it. */
  public static final Duration LONGEST_LOGIN = Duration.ofHours(1);

  /** An end as a store has it. A reason that only a later release knows is an end all the same. */
  public static End stored(String reason, Instant at) {
    return Arrays.stream(EndReason.values())
        .filter(known -> known.name().equals(reason))
        .findFirst()
        .map(known -> new End(known, at))
        .orElseGet(() -> new End(EndReason.ENDED_BY_ADMINISTRATOR, at));
  }
}

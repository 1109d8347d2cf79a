package dev.cloakroom.store.redis;

import dev.cloakroom.event.EndReason;
import dev.cloakroom.store.End;
import java.time.Clock;

/** Ends of sessions for tests. */
final class Ends {

  private Ends() {}

  static End byAdministrator(Clock clock) {
    return new End(EndReason.ENDED_BY_ADMINISTRATOR, clock.instant());
  }
}

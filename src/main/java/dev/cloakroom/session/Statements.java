package dev.cloakroom.session;

import dev.cloakroom.store.SessionRecord;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether what a cookie states may be believed without asking the store: while it is
 * younger than the touch interval, and if this node would have been told had the session changed
 * since. So an end counts at once, and a store that tells of nothing is asked every time. Safe for
 * use by several threads.
 */
final class Statements {
  /** How far the clock of the node that made the statement may be off. */
  private static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

  private final SessionEnvironment sessions;
  private final Duration lifetime;
  private final Duration memory;

  Statements(SessionEnvironment sessions) {
    this.sessions = sessions;
    this.lifetime = sessions.settings().touchInterval();
    this.memory = lifetime.plus(CLOCK_SKEW.multipliedBy(2));
  }

  /** The session that a ticket states; null if the store must be asked. */
  @Nullable StoredLoginSession believed(Ticket ticket) {
    Statement statement = ticket.statement();
    if (statement == null) {
      return null;
    }
    SessionRecord record = statement.record();
    Instant now = sessions.clock().instant();
    return !statement.isOfNobodyYet()
            && isYoung(record, now)
            && now.isBefore(record.ticket().expiresAt())
            && sessions.store().isKnownUnchanged(record.id(), record.version(), memory)
        ? sessions.snapshot(record, now)
        : null;
  }

  private boolean isYoung(SessionRecord record, Instant now) {
    Duration age = Duration.between(record.ticket().lastUsedAt(), now);
    return age.compareTo(lifetime) < 0 && age.compareTo(CLOCK_SKEW.negated()) > 0;
  }
}

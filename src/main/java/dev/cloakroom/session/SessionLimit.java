package dev.cloakroom.session;

import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.config.CallerLimit;
import dev.cloakroom.config.CallerLimit.WhenFull;
import dev.cloakroom.event.EndReason;
import dev.cloakroom.store.End;
import dev.cloakroom.store.SessionRecord;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds callers to their number of sessions. It looks after a new session is stored, so that the
 * last of several logins at the same moment, on whichever nodes, sees all the others: none is let
 * in on top. Where one more is refused, two at the same moment may both be, and a session whose
 * store fails as soon as it has it counts until its time is over, though nobody has its ticket.
 * Safe for use by several threads.
 */
final class SessionLimit {
  private static final Comparator<SessionRecord> OLDEST_FIRST =
      Comparator.<SessionRecord, Instant>comparing(record -> record.login().at())
          .thenComparing(SessionRecord::id);

  private final SessionEnvironment sessions;
  private final SessionEnder ender;
  private final CallerLimit limit;

  SessionLimit(SessionEnvironment sessions, SessionEnder ender) {
    this.sessions = sessions;
    this.ender = ender;
    this.limit = sessions.settings().perCaller();
  }

  /**
   * Makes room for a session that was just stored, or takes it back and says no.
   *
   * @param replaced a session that ends in favour of this one anyway and so does not count
   */
  boolean admits(SessionRecord created, @Nullable String replaced) {
    if (limit.most() == CallerLimit.NONE) {
      return true;
    }
    List<SessionRecord> live = counted(created, replaced);
    int excess = live.size() - limit.most();
    if (excess <= 0) {
      return true;
    }
    return limit.whenFull() == WhenFull.REPLACE
        ? isLeftOver(created, live.subList(0, excess))
        : takenBack(created);
  }

  /**
   * Whether one session more would be refused now.
   *
   * @param replaced a session that would end in favour of that one
   */
  boolean isFull(String callerName, @Nullable String replaced) {
    if (limit.most() == CallerLimit.NONE || limit.whenFull() == WhenFull.REPLACE) {
      return false;
    }
    return live(callerName, sessions.clock().instant(), replaced).size() >= limit.most();
  }

  /** Nobody has the ticket of a session that could not be counted, so it is taken back. */
  private List<SessionRecord> counted(SessionRecord created, @Nullable String replaced) {
    try {
      return live(created.login().callerName(), created.login().at(), replaced);
    } catch (StoreUnavailableException failed) {
      try {
        takenBack(created);
      } catch (StoreUnavailableException stillDown) {
        failed.addSuppressed(stillDown);
      }
      throw failed;
    }
  }

  private List<SessionRecord> live(String callerName, Instant now, @Nullable String replaced) {
    return sessions.store().findByCaller(callerName).stream()
        .filter(record -> record.isLiveAt(now))
        .filter(record -> !record.id().equals(replaced))
        .sorted(OLDEST_FIRST)
        .toList();
  }

  /** The new session may be among the oldest itself, if it took its caller longest to log in. */
  private boolean isLeftOver(SessionRecord created, List<SessionRecord> oldest) {
    oldest.forEach(record -> ender.end(record.id(), EndReason.TOO_MANY_SESSIONS));
    return oldest.stream().noneMatch(record -> record.id().equals(created.id()));
  }

  private boolean takenBack(SessionRecord created) {
    End end = new End(EndReason.TOO_MANY_SESSIONS, created.login().at());
    sessions.update(created.id(), current -> current.end() == null ? current.ended(end) : null);
    return false;
  }
}

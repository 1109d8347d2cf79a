package dev.cloakroom.session;

import dev.cloakroom.LoginSession;
import dev.cloakroom.config.SessionSettings;
import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.store.SessionStore;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every part of a session's life stands on. Immutable; safe for use by several threads if its
 * parts are.
 *
 * @param store keeps the sessions
 * @param settings how long they live
 * @param tickets makes their secrets
 * @param clock tells the time, for all parts the same
 * @param events hears what happened
 */
public record SessionEnvironment(
    SessionStore store,
    SessionSettings settings,
    TicketSecrets tickets,
    Clock clock,
    SessionEvents events) {

  /** Makes the successor of a record. */
  @FunctionalInterface
  interface Change {
    /** The successor, or null to leave the record as it is. */
    @Nullable SessionRecord of(SessionRecord current);
  }

  /**
   * Changes a record by compare-and-set: reads it, lets the change make its successor, and tries
   * again when another change came between. A copy from this node's memory is good enough to make a
   * successor of, because the exchange fails should it be old; that there is nothing to change only
   * the store itself can say.
   *
   * @return the record as changed; null if there is none or the change left it alone
   */
  @Nullable SessionRecord update(String id, Change change) {
    SessionRecord next = successor(store.find(id), change);
    while (next == null || !store.replace(next)) {
      next = successor(store.findLatest(id), change);
      if (next == null) {
        return null;
      }
    }
    return next;
  }

  private static @Nullable SessionRecord successor(@Nullable SessionRecord found, Change change) {
    return found == null ? null : change.of(found);
  }

  /** The live sessions of a caller, newest first. */
  List<LoginSession> liveOf(String callerName) {
    Instant now = clock.instant();
    return store.findByCaller(callerName).stream()
        .filter(record -> record.isLiveAt(now))
        .<LoginSession>map(record -> snapshot(record, now).ofAll())
        .sorted(Comparator.comparing(LoginSession::createdAt).reversed())
        .toList();
  }

  /** As it was at login: what was proven since is that of one of its credentials' holders. */
  StoredLoginSession snapshot(SessionRecord record, Instant now) {
    return new StoredLoginSession(record, now, this);
  }
}

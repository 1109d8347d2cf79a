package dev.cloakroom.session;

import static java.lang.System.Logger.Level.DEBUG;

import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.store.SessionRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Notices that login sessions have run out whose beans want to hear of it: nobody comes then who
 * could tell them. It looks at the sessions whose beans this node has seen, when their time should
 * be over; of several nodes the one that takes the beans out of the record by compare-and-set has
 * them destroyed, so that it happens once. A node that is stopped looks at nothing any more. Safe
 * for use by several threads.
 */
public final class RunOutWatch implements Runnable {
  /** How far the clocks of two nodes may be apart. */
  static final Duration CLOCKS_APART = Duration.ofSeconds(5);

  /** The longest time between two looks, so that what ended elsewhere is forgotten by then. */
  static final Duration LONGEST_UNSEEN = Duration.ofDays(1);

  private static final System.Logger LOG = System.getLogger("dev.cloakroom.session");

  private final SessionEnvironment sessions;
  private final Map<String, Instant> due = new ConcurrentHashMap<>();

  /** Watches these sessions. */
  public RunOutWatch(SessionEnvironment sessions) {
    this.sessions = sessions;
  }

  /** From now on this session is watched, if it keeps beans. */
  void watch(SessionRecord record) {
    if (!record.beans().isEmpty() && !due.containsKey(record.id())) {
      due.put(record.id(), nextLook(record, sessions.clock().instant()));
    }
  }

  /**
   * Looks at the sessions whose time should be over. To be called again and again, more often than
   * a session that is over is kept. A store that is unavailable is asked again with the next call.
   */
  @Override
  public void run() {
    Instant now = sessions.clock().instant();
    try {
      due.forEach(
          (id, at) -> {
            if (!now.isBefore(at)) {
              look(id, now);
            }
          });
    } catch (StoreUnavailableException broken) {
      LOG.log(DEBUG, "The session store failed; what has run out is looked for later.", broken);
    }
  }

  private void look(String id, Instant now) {
    SessionRecord found = sessions.store().findLatest(id);
    if (found == null || found.end() != null || found.beans().isEmpty()) {
      due.remove(id);
    } else if (now.isBefore(dueAt(found))) {
      due.put(id, nextLook(found, now));
    } else if (sessions.store().replace(found.withBeansTaken())) {
      due.remove(id);
      sessions.events().leftBehind(id, found.beans());
    }
  }

  private static Instant nextLook(SessionRecord record, Instant now) {
    Instant soon = now.plus(LONGEST_UNSEEN);
    return dueAt(record).isBefore(soon) ? dueAt(record) : soon;
  }

  private static Instant dueAt(SessionRecord record) {
    return record.expiresAt().plus(CLOCKS_APART);
  }
}

package dev.cloakroom.session;

import dev.cloakroom.session.BeanWrite.Begun;
import dev.cloakroom.store.BeanState;
import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.store.SessionStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what the application's beans hold with the login session, so that it lives as long, on
 * every node. A bean is written only in the place of what its request found there: of two requests
 * that change the same bean at the same time one wins, and the other is told. Safe for use by
 * several threads.
 */
public final class SessionBeans {
  private final SessionEnvironment sessions;
  private final SessionStore store;
  private final int mostBytes;
  private final Consumer<SessionRecord> seen;

  /**
   * The beans of these sessions. Nobody hears of it when a session runs out.
   *
   * @param mostBytes how much all beans of a session may hold together
   */
  public SessionBeans(SessionEnvironment sessions, int mostBytes) {
    this(sessions, mostBytes, record -> {});
  }

  /**
   * The beans of these sessions.
   *
   * @param mostBytes how much all beans of a session may hold together
   * @param runOut has them destroyed when a session runs out
   */
  public SessionBeans(SessionEnvironment sessions, int mostBytes, RunOutWatch runOut) {
    this(sessions, mostBytes, runOut::watch);
  }

  private SessionBeans(SessionEnvironment sessions, int mostBytes, Consumer<SessionRecord> seen) {
    this.sessions = sessions;
    this.store = sessions.store();
    this.mostBytes = mostBytes;
    this.seen = seen;
  }

  /** What the beans of a session hold, each by its name; empty if the session is over. */
  public Map<String, BeanState> of(String sessionId) {
    SessionRecord live = live(store.findTold(sessionId));
    if (live == null) {
      return Map.of();
    }
    seen.accept(live);
    return live.beans();
  }

  /** Keeps all of these, or none. */
  public BeanWriteOutcome write(String sessionId, List<BeanWrite> writes) {
    // A copy is never the reason for a refusal.
    BeanWriteOutcome outcome = attempt(store.find(sessionId), writes);
    while (outcome != BeanWriteOutcome.WRITTEN) {
      outcome = attempt(store.findLatest(sessionId), writes);
      if (outcome != null) {
        return outcome;
      }
    }
    return outcome;
  }

  /** One attempt; null if another change came between. */
  private @Nullable BeanWriteOutcome attempt(
      @Nullable SessionRecord found, List<BeanWrite> writes) {
    SessionRecord live = live(found);
    if (live == null) {
      return BeanWriteOutcome.OVER;
    }
    Map<String, BeanState> all = new HashMap<>(live.beans());
    for (BeanWrite write : writes) {
      if (!put(write, all)) {
        return BeanWriteOutcome.CONFLICT;
      }
    }
    if (all.equals(live.beans())) {
      return BeanWriteOutcome.WRITTEN;
    }
    if (size(all) > mostBytes) {
      return BeanWriteOutcome.TOO_LARGE;
    }
    SessionRecord next = live.keeping(all);
    if (!store.replace(next)) {
      return null;
    }
    seen.accept(next);
    return BeanWriteOutcome.WRITTEN;
  }

  /** False if the bean is no longer what the request found. */
  private static boolean put(BeanWrite write, Map<String, BeanState> all) {
    BeanState kept = all.get(write.name());
    boolean unchanged = Objects.equals(kept, write.before());
    if (unchanged) {
      all.put(write.name(), write.state());
    }
    return unchanged || write instanceof Begun;
  }

  private static long size(Map<String, BeanState> beans) {
    return beans.values().stream().mapToLong(BeanState::size).sum();
  }

  private @Nullable SessionRecord live(@Nullable SessionRecord found) {
    return found != null && found.isLiveAt(sessions.clock().instant()) ? found : null;
  }
}

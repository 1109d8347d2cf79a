package dev.cloakroom.session;

import dev.cloakroom.LoginSession;
import dev.cloakroom.event.EndReason;
import dev.cloakroom.event.LoggedOut;
import dev.cloakroom.event.LoginSessionEnded;
import dev.cloakroom.store.End;
import dev.cloakroom.store.EndPortion;
import dev.cloakroom.store.SessionRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Ends login sessions, and with each one every credential of it. What has ended stays ended. Safe
 * for use by several threads.
 */
public final class SessionEnder {
  /** So far ahead of us no clock is whose tokens are taken. */
  private static final Duration FURTHEST = Duration.ofDays(1);

  private final SessionEnvironment sessions;
  private final @Nullable TokenRevocations foreign;
  private final Consumer<String> waiting;

  /** Ends these sessions. */
  public SessionEnder(SessionEnvironment sessions) {
    this(sessions, null);
  }

  /**
   * Ends these sessions, and with all of a caller, or of everybody, their tokens of other issuers.
   *
   * @param foreign null where there are no other issuers
   */
  public SessionEnder(SessionEnvironment sessions, @Nullable TokenRevocations foreign) {
    this(sessions, foreign, callerName -> {});
  }

  private SessionEnder(
      SessionEnvironment sessions, @Nullable TokenRevocations foreign, Consumer<String> waiting) {
    this.sessions = sessions;
    this.foreign = foreign;
    this.waiting = waiting;
  }

  /**
   * Ends the same, and with the sessions of a caller the logins of theirs that wait.
   *
   * @param drop has those of a caller wait no more
   */
  public SessionEnder withWaiting(Consumer<String> drop) {
    return new SessionEnder(sessions, foreign, drop);
  }

  /** Has the logins of a caller that wait for something begin anew. */
  void dropWaiting(String callerName) {
    waiting.accept(callerName);
  }

  /** Ends a session at its caller's own wish. */
  public void logOut(String sessionId) {
    LoginSession ended = end(sessionId, EndReason.LOGGED_OUT);
    if (ended != null) {
      sessions
          .events()
          .accept(new LoggedOut(ended.id(), ended.callerName(), sessions.clock().instant()));
    }
  }

  /**
   * Ends one session.
   *
   * @return the session as it was; null if there was no live one of that id
   */
  public @Nullable LoginSession end(String sessionId, EndReason why) {
    Instant now = sessions.clock().instant();
    SessionRecord ended =
        sessions.update(
            sessionId, current -> current.isLiveAt(now) ? current.ended(new End(why, now)) : null);
    return ended == null ? null : announced(ended, why, now);
  }

  /** Ends all sessions of a caller, and refuses a login of theirs that is under way. */
  int endAll(String callerName, EndReason why) {
    Instant now = sessions.clock().instant();
    if (foreign != null) {
      foreign.endAll(callerName, now);
    }
    int ended = announced(sessions.store().endByCaller(callerName, new End(why, now)), why, now);
    dropWaiting(callerName);
    return ended;
  }

  /**
   * Ends the sessions that a caller has, all but one, and has logins that wait begin anew. One that
   * is under way is not refused: the one that stays might be such. Tokens of other issuers are over
   * as well, unless the one that stays is by such a token of theirs: the others are that issuer's
   * to end.
   *
   * @param keptId the id of that one; of none if all are to end
   * @return how many were ended
   */
  public int endAllBut(String keptId, String callerName, EndReason why) {
    if (foreign != null && !ForeignLogin.isId(keptId)) {
      foreign.endAll(callerName, sessions.clock().instant());
    }
    dropWaiting(callerName);
    return (int)
        sessions.liveOf(callerName).stream()
            .filter(session -> !session.id().equals(keptId))
            .filter(session -> end(session.id(), why) != null)
            .count();
  }

  /** Ends all sessions that began before a moment. */
  int endBefore(Instant wanted, EndReason why) {
    Instant now = sessions.clock().instant();
    Instant moment = within(Instant.EPOCH, wanted, now.plus(FURTHEST));
    End end = new End(why, now);
    if (foreign != null) {
      foreign.endBefore(moment, now);
    }
    int ended = 0;
    String from = null;
    do {
      EndPortion portion = sessions.store().endBefore(moment, end, from);
      ended += announced(portion.ended(), why, now);
      from = portion.next();
    } while (from != null);
    return ended;
  }

  /** The nearest moment of those that every store can tell. */
  private static Instant within(Instant first, Instant moment, Instant last) {
    if (moment.isBefore(first)) {
      return first;
    }
    return moment.isAfter(last) ? last : moment;
  }

  private int announced(List<SessionRecord> ended, EndReason why, Instant now) {
    ended.forEach(record -> announced(record, why, now));
    return ended.size();
  }

  private LoginSession announced(SessionRecord ended, EndReason why, Instant now) {
    String caller = ended.login().callerName();
    sessions.events().accept(new LoginSessionEnded(ended.id(), caller, why, now));
    sessions.events().leftBehind(ended.id(), ended.beans());
    return sessions.snapshot(ended, now);
  }
}

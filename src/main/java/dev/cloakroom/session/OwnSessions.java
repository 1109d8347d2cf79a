package dev.cloakroom.session;

import dev.cloakroom.LoginSession;
import dev.cloakroom.event.EndReason;
import java.util.List;

/**
 * What a caller may do with their own login sessions: see them and end them, never another
 * caller's. Who shows a token of another issuer has none here, whatever their name is, and can end
 * that token. Safe for use by several threads.
 */
public final class OwnSessions {
  private final SessionEnvironment sessions;
  private final SessionEnder ender;

  /** The callers' view of these sessions. */
  public OwnSessions(SessionEnvironment sessions, SessionEnder ender) {
    this.sessions = sessions;
    this.ender = ender;
  }

  /** The caller's live sessions, newest first. */
  public List<LoginSession> of(LoginSession current) {
    return current instanceof ForeignLoginSession
        ? List.of()
        : sessions.liveOf(current.callerName());
  }

  /**
   * Ends one of the caller's sessions.
   *
   * @return whether the caller had a live session of that id
   */
  public boolean end(LoginSession current, String sessionId) {
    boolean own = of(current).stream().anyMatch(session -> session.id().equals(sessionId));
    return own && ender.end(sessionId, EndReason.ENDED_BY_CALLER) != null;
  }

  /**
   * Ends all of the caller's sessions but the current one.
   *
   * @return how many were ended
   */
  public int endOthers(LoginSession current) {
    return current instanceof ForeignLoginSession
        ? 0
        : ender.endAllBut(current.id(), current.callerName(), EndReason.ENDED_BY_CALLER);
  }

  /**
   * Ends all of the caller's sessions, the current one too.
   *
   * @return how many were ended
   */
  public int endAll(LoginSession current) {
    if (current instanceof ForeignLoginSession foreign) {
      return foreign.logOut() ? 1 : 0;
    }
    return ender.endAll(current.callerName(), EndReason.ENDED_BY_CALLER);
  }
}

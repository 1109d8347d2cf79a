package dev.cloakroom.session;

import dev.cloakroom.LoginSession;
import dev.cloakroom.LoginSessions;
import dev.cloakroom.event.EndReason;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The application's view of all login sessions. Safe for use by several threads. */
public final class StoredLoginSessions implements LoginSessions {
  private final SessionEnvironment sessions;
  private final SessionEnder ender;
  private final TokenRevocations foreign;

  /** The application's view of these sessions, and of tokens of other issuers. */
  public StoredLoginSessions(SessionEnvironment sessions, SessionEnder ender) {
    this.sessions = sessions;
    this.ender = ender;
    this.foreign = new TokenRevocations(sessions);
  }

  @Override
  public List<LoginSession> of(String callerName) {
    return sessions.liveOf(callerName);
  }

  @Override
  public boolean end(String sessionId) {
    return ender.end(sessionId, EndReason.ENDED_BY_ADMINISTRATOR) != null;
  }

  @Override
  public int endAll(String callerName) {
    return ender.endAll(callerName, EndReason.ENDED_BY_ADMINISTRATOR);
  }

  @Override
  public int endAllBefore(Instant moment) {
    return ender.endBefore(moment, EndReason.ENDED_BY_ADMINISTRATOR);
  }

  @Override
  public void endToken(String issuer, String tokenId, Instant expiresAt) {
    foreign.endToken(issuer, tokenId, expiresAt);
  }

  @Override
  public int changeGroups(String callerName, Set<String> groups) {
    ender.dropWaiting(callerName);
    return (int) of(callerName).stream().filter(session -> regrouped(session.id(), groups)).count();
  }

  private boolean regrouped(String sessionId, Set<String> groups) {
    return sessions.update(
            sessionId, current -> current.end() == null ? current.regrouped(groups) : null)
        != null;
  }
}

package dev.cloakroom.mechanism;

import dev.cloakroom.event.EndReason;
import dev.cloakroom.servlet.RequestCredentials;
import dev.cloakroom.session.SessionEnder;
import dev.cloakroom.session.SessionLookup;
import dev.cloakroom.session.SessionRefusal;
import dev.cloakroom.session.SessionResolver;
import dev.cloakroom.session.StoredLoginSession;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;

/**
 * The login sessions that a client's cookies still lead to when it logs in again. Safe for use by
 * several threads.
 */
public final class EarlierLogin {
  private static final Set<SessionLookup> REPLACED =
      Set.of(SessionRefusal.REPLACED, SessionRefusal.COPIED);

  private final RequestCredentials credentials;
  private final SessionResolver sessions;
  private final SessionEnder ender;

  /** Finds the sessions by these credentials and ends them by this ender. */
  public EarlierLogin(
      RequestCredentials credentials, SessionResolver sessions, SessionEnder ender) {
    this.credentials = credentials;
    this.sessions = sessions;
    this.ender = ender;
  }

  /**
   * The sessions of the genuine among its cookies; there are several where their domain or path was
   * changed once.
   */
  List<StoredLoginSession> of(HttpServletRequest request) {
    return credentials.tickets(request).stream()
        .map(sessions::byTicket)
        .filter(StoredLoginSession.class::isInstance)
        .map(StoredLoginSession.class::cast)
        .toList();
  }

  /**
   * Ends them, now that another has taken their place; and that of a ticket that was replaced,
   * since it may be somebody else who holds its successor.
   */
  void end(List<StoredLoginSession> earlier, HttpServletRequest request) {
    earlier.forEach(session -> end(session.id()));
    credentials.tickets(request).stream()
        .filter(ticket -> REPLACED.contains(sessions.byTicket(ticket)))
        .forEach(ticket -> end(ticket.sessionId()));
  }

  private void end(String sessionId) {
    ender.end(sessionId, EndReason.REPLACED_BY_LOGIN);
  }
}

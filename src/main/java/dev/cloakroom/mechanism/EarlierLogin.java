package dev.cloakroom.mechanism;

import dev.cloakroom.EndReason;
import dev.cloakroom.servlet.RequestCredential.ShownTicket;
import dev.cloakroom.servlet.RequestCredentials;
import dev.cloakroom.session.SessionEnder;
import dev.cloakroom.session.SessionResolver;
import dev.cloakroom.session.StoredLoginSession;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * The login session that a client's cookie still leads to when it logs in again. Safe for use by
 * several threads.
 */
public final class EarlierLogin {
  private final RequestCredentials credentials;
  private final SessionResolver sessions;
  private final SessionEnder ender;

  /** Finds the session by these credentials and ends it by this ender. */
  public EarlierLogin(
      RequestCredentials credentials, SessionResolver sessions, SessionEnder ender) {
    this.credentials = credentials;
    this.sessions = sessions;
    this.ender = ender;
  }

  /** That session; null if there is none, or the cookie is not genuine. */
  @Nullable StoredLoginSession of(HttpServletRequest request) {
    return credentials.inCookie(request) instanceof ShownTicket shown
            && sessions.byTicket(shown.ticket()) instanceof StoredLoginSession session
        ? session
        : null;
  }

  /** Ends it, now that another has taken its place. */
  void end(StoredLoginSession session) {
    ender.end(session.id(), EndReason.REPLACED_BY_LOGIN);
  }
}

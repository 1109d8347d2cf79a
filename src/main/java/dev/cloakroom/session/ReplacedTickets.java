package dev.cloakroom.session;

import dev.cloakroom.EndReason;
import dev.cloakroom.TicketReused;
import dev.cloakroom.config.WhenStolen;
import dev.cloakroom.store.SessionRecord;

/**
 * What follows when a ticket comes that another has replaced long enough ago that no request can be
 * in flight with it: two hold a ticket of the same login, and one of them copied it. Safe for use
 * by several threads.
 */
final class ReplacedTickets {
  private final SessionEnvironment sessions;
  private final SessionEnder ender;

  ReplacedTickets(SessionEnvironment sessions) {
    this.sessions = sessions;
    this.ender = new SessionEnder(sessions);
  }

  /** Tells of one that was shown for a live session, and ends that where the settings want it. */
  SessionRefusal shown(SessionRecord session) {
    if (sessions.settings().rotation().whenStolen() == WhenStolen.REPORT) {
      tell(session);
      return SessionRefusal.UNKNOWN;
    }
    if (ender.end(session.id(), EndReason.TICKET_REUSED) != null) {
      tell(session);
    }
    return SessionRefusal.ENDED;
  }

  private void tell(SessionRecord session) {
    sessions
        .events()
        .accept(
            new TicketReused(
                session.id(), session.login().callerName(), sessions.clock().instant()));
  }
}

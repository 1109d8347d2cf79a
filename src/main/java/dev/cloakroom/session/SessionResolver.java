package dev.cloakroom.session;

import dev.cloakroom.crypto.SecretHash;
import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.store.SessionStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the login session behind what a client shows, on every request. A use is written down at
 * most once in a touch interval, and by a compare-and-set that loses against any other change, so
 * that a late touch never brings an ended session back. Safe for use by several threads.
 */
public final class SessionResolver {
  private final SessionEnvironment sessions;
  private final SessionStore store;
  private final Clock clock;
  private final Duration touchInterval;
  private final Statements statements;

  /** Resolves the credentials of these sessions. */
  public SessionResolver(SessionEnvironment sessions) {
    this.sessions = sessions;
    this.store = sessions.store();
    this.clock = sessions.clock();
    this.touchInterval = sessions.settings().touchInterval();
    this.statements = new Statements(sessions);
  }

  /** The live session that a ticket proves, or why there is none. */
  public SessionLookup byTicket(Ticket ticket) {
    StoredLoginSession stated = statements.believed(ticket);
    return stated == null ? byStore(ticket) : stated;
  }

  private SessionLookup byStore(Ticket ticket) {
    SessionRecord found = store.find(ticket.sessionId());
    SessionLookup known = byTicket(ticket, found);
    return isCertain(found, known) ? known : byTicket(ticket, store.findLatest(ticket.sessionId()));
  }

  /**
   * The live session of an id, or why there is none. An id proves nothing: call it only with one
   * that a verified token carries.
   */
  public SessionLookup byVerifiedId(String sessionId) {
    SessionRecord found = store.find(sessionId);
    SessionLookup known = byVerifiedId(found);
    return isCertain(found, known) ? known : byVerifiedId(store.findLatest(sessionId));
  }

  /** Another node may have rotated or used it a moment ago; but what has ended stays ended. */
  private static boolean isCertain(@Nullable SessionRecord found, SessionLookup known) {
    return found == null
        || !(known instanceof SessionRefusal refusal)
        || refusal == SessionRefusal.ENDED;
  }

  private SessionLookup byTicket(Ticket ticket, @Nullable SessionRecord found) {
    Instant now = clock.instant();
    SessionLookup known = judged(ticket, found, now);
    return found == null
            || known instanceof SessionRefusal
            || !isTouchDue(found.ticket().lastUsedAt(), now)
        ? known
        : used(found.ticketUsed(now), now, latest -> judged(ticket, latest, now));
  }

  private SessionLookup judged(Ticket ticket, @Nullable SessionRecord found, Instant now) {
    if (found == null || !proves(ticket, found, now)) {
      return SessionRefusal.UNKNOWN;
    }
    if (found.end() != null) {
      return SessionRefusal.ENDED;
    }
    return now.isBefore(found.ticket().expiresAt())
        ? sessions.snapshot(found, now)
        : SessionRefusal.EXPIRED;
  }

  private SessionLookup byVerifiedId(@Nullable SessionRecord found) {
    Instant now = clock.instant();
    SessionLookup known = judged(found, now);
    return found == null || known instanceof SessionRefusal || !isTouchDue(found.lastSeenAt(), now)
        ? known
        : used(found.seen(now), now, latest -> judged(latest, now));
  }

  private SessionLookup judged(@Nullable SessionRecord found, Instant now) {
    if (found == null) {
      return SessionRefusal.EXPIRED;
    }
    if (found.end() != null) {
      return SessionRefusal.ENDED;
    }
    return found.isLiveAt(now) ? sessions.snapshot(found, now) : SessionRefusal.EXPIRED;
  }

  /**
   * Writes a use down. If another change came between, which may have been an end, it is judged
   * anew; its use is left to the next request, since this session is in use elsewhere.
   */
  private SessionLookup used(
      SessionRecord used, Instant now, Function<@Nullable SessionRecord, SessionLookup> judge) {
    return store.replace(used)
        ? sessions.snapshot(used, now)
        : judge.apply(store.findLatest(used.id()));
  }

  private static boolean proves(Ticket ticket, SessionRecord found, Instant now) {
    String secret = ticket.secret().text();
    if (found.ticket().current().matches(secret)) {
      return true;
    }
    SecretHash previous = found.honouredPrevious(now);
    return previous != null && previous.matches(secret);
  }

  private boolean isTouchDue(Instant last, Instant now) {
    return !now.isBefore(last.plus(touchInterval));
  }
}

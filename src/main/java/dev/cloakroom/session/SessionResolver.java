package dev.cloakroom.session;

import dev.cloakroom.crypto.SecretHash;
import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.store.SessionStore;
import dev.cloakroom.store.Succession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the login session behind what a client shows, on every request. A use is written down at
 * most once in a touch interval, and the first of a new ticket at once, by a compare-and-set that
 * loses against any other change, so that a late touch never brings an ended session back. Safe for
 * use by several threads.
 */
public final class SessionResolver {
  private final SessionEnvironment sessions;
  private final SessionStore store;
  private final Clock clock;
  private final Duration touchInterval;
  private final Duration grace;
  private final Statements statements;
  private final ReplacedTickets replaced;

  /** Resolves the credentials of these sessions. */
  public SessionResolver(SessionEnvironment sessions) {
    this.sessions = sessions;
    this.store = sessions.store();
    this.clock = sessions.clock();
    this.touchInterval = sessions.settings().touchInterval();
    this.grace = sessions.settings().rotation().grace();
    this.statements = new Statements(sessions);
    this.replaced = new ReplacedTickets(sessions);
  }

  /** The live session that a ticket proves, or why there is none. */
  public SessionLookup byTicket(Ticket ticket) {
    StoredLoginSession stated = statements.believed(ticket);
    SessionLookup found = stated == null ? byStore(ticket) : stated;
    return found instanceof StoredLoginSession session ? session.ofTicket() : found;
  }

  private SessionLookup byStore(Ticket ticket) {
    SecretHash hash = ticket.secret().hash();
    SessionRecord found = store.find(ticket.sessionId());
    SessionLookup known = byTicket(ticket, hash, found);
    return isCertain(found, known) ? known : byLatest(ticket, hash);
  }

  private SessionLookup byLatest(Ticket ticket, SecretHash hash) {
    SessionRecord latest = store.findLatest(ticket.sessionId());
    SessionLookup known = byTicket(ticket, hash, latest);
    return latest != null && known == SessionRefusal.REUSED ? replaced.shown(latest) : known;
  }

  /**
   * The live session of an id, as it was at login, or why there is none. An id proves nothing: call
   * it only with one that a verified token carries, which states what else was proven.
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

  private SessionLookup byTicket(Ticket ticket, SecretHash hash, @Nullable SessionRecord found) {
    Instant now = clock.instant();
    SessionLookup known = judged(ticket, hash, found, now);
    if (found == null || known instanceof SessionRefusal) {
      return known;
    }
    SessionRecord used = afterUse(hash, found, now);
    return used == null ? known : used(used, now, latest -> judged(ticket, hash, latest, now));
  }

  private @Nullable SessionRecord afterUse(SecretHash hash, SessionRecord found, Instant now) {
    if (found.ticket().secrets().isOffered(hash)) {
      return found.takenUp(hash, now, grace);
    }
    return isTouchDue(found.ticket().lastUsedAt(), now) ? found.ticketUsed(now) : null;
  }

  private SessionLookup judged(
      Ticket ticket, SecretHash hash, @Nullable SessionRecord found, Instant now) {
    if (found == null) {
      return SessionRefusal.UNKNOWN;
    }
    SessionRefusal doubt = doubt(ticket, hash, found, now);
    if (doubt == SessionRefusal.UNKNOWN) {
      return doubt;
    }
    if (found.end() != null) {
      return SessionRefusal.ENDED;
    }
    if (!now.isBefore(found.ticket().expiresAt())) {
      return SessionRefusal.EXPIRED;
    }
    return doubt == null ? sessions.snapshot(found, now) : doubt;
  }

  /** Why a ticket does not count, whatever becomes of its session; null if it does. */
  private @Nullable SessionRefusal doubt(
      Ticket ticket, SecretHash hash, SessionRecord found, Instant now) {
    Succession secrets = found.ticket().secrets();
    return switch (secrets.standingOf(hash, now)) {
      case IN_FORCE, OFFERED, HONOURED -> null;
      case LATE -> SessionRefusal.REPLACED;
      case SPENT -> SessionRefusal.REUSED;
      case UNKNOWN ->
          sessions.tickets().gaveOutBefore(ticket, secrets.inForceSince())
              ? SessionRefusal.REUSED
              : SessionRefusal.UNKNOWN;
    };
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

  private boolean isTouchDue(Instant last, Instant now) {
    return !now.isBefore(last.plus(touchInterval));
  }
}

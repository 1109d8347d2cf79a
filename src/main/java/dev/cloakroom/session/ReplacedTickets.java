package dev.cloakroom.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.cloakroom.config.WhenStolen;
import dev.cloakroom.event.EndReason;
import dev.cloakroom.event.TicketReused;
import dev.cloakroom.store.SessionRecord;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * What follows when a ticket comes that another has replaced long enough ago for a request that was
 * held up to have arrived, or whose client took up none of its successors: two hold a ticket of the
 * same login, and one of them copied it. Safe for use by several threads.
 */
final class ReplacedTickets {
  private static final Duration TOLD_AGAIN_AFTER = Duration.ofHours(1);
  private static final int REMEMBERED = 10_000;

  private final SessionEnvironment sessions;
  private final SessionEnder ender;

  /** Sessions that go on, of which it was told: a page that polls would fill the log. */
  private final Cache<String, Boolean> told;

  ReplacedTickets(SessionEnvironment sessions) {
    this.sessions = sessions;
    this.ender = new SessionEnder(sessions);
    this.told =
        Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(TOLD_AGAIN_AFTER)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(sessions.clock().millis()))
            .executor(Runnable::run)
            .build();
  }

  /** Tells of one that was shown for a live session, and ends that where the settings want it. */
  SessionRefusal shown(SessionRecord session) {
    if (sessions.settings().rotation().whenStolen() == WhenStolen.REPORT) {
      if (told.asMap().putIfAbsent(session.id(), true) == null) {
        tell(session);
      }
      return SessionRefusal.COPIED;
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

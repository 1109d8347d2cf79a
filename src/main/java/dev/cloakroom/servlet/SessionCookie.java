package dev.cloakroom.servlet;

import static java.lang.System.Logger.Level.WARNING;

import dev.cloakroom.http.CookieLookup;
import dev.cloakroom.http.SetCookie;
import dev.cloakroom.session.StoredLoginSession;
import dev.cloakroom.session.Ticket;
import dev.cloakroom.session.TicketSpelling;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The cookie that carries a login session's ticket: its name, its attributes, and how it is set and
 * cleared. Safe for use by several threads.
 */
public final class SessionCookie {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom.session");

  /** What browsers keep of a name and a value together (RFC 6265bis §5.6). */
  private static final int LARGEST = 4096;

  private final Clock clock;
  private final CookiePolicy policy;
  private final OwnCookie cookie;
  private final TicketSpelling spelling;
  private final AtomicBoolean advised = new AtomicBoolean();

  /**
   * A cookie of this policy.
   *
   * @param spelling writes the ticket
   * @param clock tells the time from which a lasting cookie's age counts
   */
  public SessionCookie(CookiePolicy policy, TicketSpelling spelling, Clock clock) {
    this.clock = clock;
    this.spelling = spelling;
    this.policy = policy;
    this.cookie = policy.cookie("");
  }

  /** The cookie's name. */
  public String name(HttpServletRequest request) {
    return cookie.name(request);
  }

  /** What a request shows of the cookie. */
  CookieLookup shown(HttpServletRequest request) {
    return cookie.shown(request);
  }

  /** The value of each that a request carries. */
  Set<String> all(HttpServletRequest request) {
    return cookie.all(request);
  }

  /** Sets the cookie, in the place of one that the response already sets. */
  public void write(
      HttpServletRequest request,
      HttpServletResponse response,
      StoredLoginSession session,
      Ticket ticket) {
    write(request, response, session, spelled(request, session, ticket));
  }

  /** The ticket in a cookie's value; null if it cannot be one. */
  @Nullable Ticket read(String value) {
    return spelling.read(value);
  }

  /** Sets the cookie anew if it states what is no longer so. */
  void update(
      HttpServletRequest request,
      HttpServletResponse response,
      StoredLoginSession session,
      Ticket shown) {
    if (spelling.isOutdated(session, shown)) {
      String value = spelled(request, session, shown);
      if (shown.statement() != null || !value.equals(shown.text())) {
        write(request, response, session, value);
      }
    }
  }

  private String spelled(HttpServletRequest request, StoredLoginSession session, Ticket ticket) {
    String value = spelling.spell(session, ticket, LARGEST - name(request).length());
    boolean stated = !value.equals(ticket.text()) || !spelling.statesSessions();
    if (!stated && advised.compareAndSet(false, true)) {
      LOG.log(
          WARNING,
          "What a login session is does not fit into its cookie of {0} bytes, for a caller in {1}"
              + " groups, or no key is known yet to sign it by: the cookie holds the ticket alone,"
              + " as an opaque one does. This is said once.",
          Integer.toString(LARGEST),
          session.groups().size());
    }
    return value;
  }

  private void write(
      HttpServletRequest request,
      HttpServletResponse response,
      StoredLoginSession session,
      String value) {
    SetCookie written = cookie.of(value, request);
    Instant until = session.ticketPersistsUntil();
    if (until != null) {
      // In whole seconds, as the cookie counts: a fraction lost would show as a second less.
      Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
      written = written.maxAge(Duration.between(now, until), now);
    }
    cookie.give(written, request, response);
  }

  /** Whether the client of a request is given a new ticket. */
  boolean isGiven(HttpServletRequest request) {
    return OwedCookies.gives(request, name(request));
  }

  /** Makes the client forget the cookie, in whatever scope it has it. */
  public void clear(HttpServletRequest request, HttpServletResponse response) {
    cookie.clear(request, response);
    clearElsewhere(request, response);
  }

  /**
   * Makes the client forget what it has of the name beside the cookie that it is given: where the
   * settings say there was one, and if two came, wherever these can be.
   */
  public void clearElsewhere(HttpServletRequest request, HttpServletResponse response) {
    String name = name(request);
    List<String> others = policy.expiredElsewhere(name, request);
    if (!others.isEmpty()) {
      OwedCookies.precede(request, response, name, others);
    }
  }
}

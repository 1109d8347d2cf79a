package dev.cloakroom.servlet;

import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.crossorigin.CrossOriginGuard;
import dev.cloakroom.http.BearerToken;
import dev.cloakroom.session.SessionRefusal;
import dev.cloakroom.session.SessionResolver;
import dev.cloakroom.session.StoredLoginSession;
import dev.cloakroom.session.Ticket;
import dev.cloakroom.token.RawToken;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * All logins that a request shows genuine credentials of. Who a request comes from is decided by
 * one credential; whoever logs out means each that they have. Safe for use by several threads.
 */
public final class ShownLogins {
  private final RequestCredentials credentials;
  private final CrossOriginGuard crossOrigin;
  private final SessionResolver sessions;
  private final Function<RawToken, Optional<String>> tokens;

  /**
   * Finds the logins of these sessions.
   *
   * @param tokens the id of the login session of a genuine token, also past its time; empty for any
   *     other text
   */
  public ShownLogins(
      RequestCredentials credentials,
      CrossOriginGuard crossOrigin,
      SessionResolver sessions,
      Function<RawToken, Optional<String>> tokens) {
    this.credentials = credentials;
    this.crossOrigin = crossOrigin;
    this.sessions = sessions;
    this.tokens = tokens;
  }

  /** What of a request does not tell whose login it is. */
  public enum Unread {
    /** A bearer token that is not of ours, or none at all. */
    TOKEN,
    /** More than one {@code Authorization} header, whatever each of them says. */
    REPEATED_AUTHORIZATION,
    /** A session cookie that holds no ticket. */
    COOKIE,
    /** A session cookie that a page of another origin had sent. */
    FOREIGN_COOKIE
  }

  /**
   * What a request shows.
   *
   * @param sessionIds the login sessions that its genuine credentials are of; some may be over
   */
  public record Shown(Set<String> sessionIds, Set<Unread> unread) {
    public Shown {
      sessionIds = Set.copyOf(sessionIds);
      unread = Set.copyOf(unread);
    }

    /** Whether it is known of each session cookie whose it is. */
    boolean areCookiesRead() {
      return !unread.contains(Unread.COOKIE) && !unread.contains(Unread.FOREIGN_COOKIE);
    }
  }

  /**
   * What a request shows.
   *
   * @throws StoreUnavailableException if the store cannot tell of a ticket whether it is genuine
   */
  public Shown in(HttpServletRequest request) {
    Set<String> ids = new LinkedHashSet<>();
    Set<Unread> unread = EnumSet.noneOf(Unread.class);
    readTokens(request, ids, unread);
    readCookies(request, ids, unread);
    return new Shown(ids, unread);
  }

  /** Whether a request has a session cookie that is of a live login, for all that is known. */
  boolean mayShowLiveCookie(HttpServletRequest request) {
    try {
      Set<String> cookies = credentials.cookies(request);
      return !cookies.isEmpty()
          && (crossOrigin.refuses(request) || cookies.stream().anyMatch(this::mayBeLive));
    } catch (StoreUnavailableException failure) {
      return true;
    }
  }

  private boolean mayBeLive(String cookie) {
    Ticket ticket = credentials.ticket(cookie);
    return ticket == null || sessions.byTicket(ticket) instanceof StoredLoginSession;
  }

  private void readTokens(HttpServletRequest request, Set<String> ids, Set<Unread> unread) {
    Enumeration<String> headers = request.getHeaders("Authorization");
    while (headers != null && headers.hasMoreElements()) {
      BearerToken shown = BearerToken.parse(headers.nextElement());
      if (shown instanceof BearerToken.Token token) {
        tokens
            .apply(new RawToken(token.text()))
            .ifPresentOrElse(ids::add, () -> unread.add(Unread.TOKEN));
      } else if (shown == BearerToken.MALFORMED) {
        unread.add(Unread.TOKEN);
      }
      if (headers.hasMoreElements()) {
        unread.add(Unread.REPEATED_AUTHORIZATION);
      }
    }
  }

  private void readCookies(HttpServletRequest request, Set<String> ids, Set<Unread> unread) {
    Set<String> cookies = credentials.cookies(request);
    if (!cookies.isEmpty() && crossOrigin.refuses(request)) {
      unread.add(Unread.FOREIGN_COOKIE);
      return;
    }
    for (String cookie : cookies) {
      Ticket ticket = credentials.ticket(cookie);
      if (ticket == null) {
        unread.add(Unread.COOKIE);
      } else if (isGenuine(ticket)) {
        ids.add(ticket.sessionId());
      }
    }
  }

  /** One that ran out, or that was replaced, may be of a login that is alive. */
  private boolean isGenuine(Ticket ticket) {
    return sessions.byTicket(ticket) != SessionRefusal.UNKNOWN;
  }
}

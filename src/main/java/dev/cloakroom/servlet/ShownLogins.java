package dev.cloakroom.servlet;

import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.crossorigin.CrossOriginGuard;
import dev.cloakroom.crossorigin.TrustedProxies;
import dev.cloakroom.http.BearerToken;
import dev.cloakroom.session.ForeignLoginSession;
import dev.cloakroom.session.ForeignLookup;
import dev.cloakroom.session.SessionRefusal;
import dev.cloakroom.session.SessionResolver;
import dev.cloakroom.session.StoredLoginSession;
import dev.cloakroom.session.Ticket;
import dev.cloakroom.token.RawToken;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * All logins that a request shows genuine credentials of. Who a request comes from is decided by
 * one credential; whoever logs out means each that they have. Safe for use by several threads.
 */
public final class ShownLogins {
  /** More nobody has; each may cost an operation by a private key and a signature check. */
  private static final int MOST_TOKENS = 4;

  /** More cookies of a name no browser has by changed settings; each may cost a query. */
  private static final int MOST_TICKETS = 10;

  private final RequestCredentials credentials;
  private final CrossOriginGuard crossOrigin;
  private final SessionResolver sessions;
  private final Tokens tokens;

  /**
   * What is known of bearer tokens.
   *
   * @param own the id of the login session of a genuine token of ours, also past its time; empty
   *     for any other text
   * @param foreign the login at another issuer that a token is of
   * @param inCookie the same of a token that came in the cookie for tokens
   */
  public record Tokens(
      Function<RawToken, Optional<String>> own,
      Function<RawToken, ForeignLookup> foreign,
      Function<RawToken, ForeignLookup> inCookie) {

    /** Where no cookie brings tokens. */
    public Tokens(
        Function<RawToken, Optional<String>> own, Function<RawToken, ForeignLookup> foreign) {
      this(own, foreign, token -> ForeignLookup.None.UNKNOWN);
    }
  }

  /** Finds the logins of these sessions, and of these tokens. */
  public ShownLogins(
      RequestCredentials credentials,
      CrossOriginGuard crossOrigin,
      SessionResolver sessions,
      Tokens tokens) {
    this.credentials = credentials;
    this.crossOrigin = crossOrigin;
    this.sessions = sessions;
    this.tokens = tokens;
  }

  /** What of a request does not tell whose login it is. */
  public enum Unread {
    /** A bearer token that is not of ours, or none at all. */
    TOKEN,
    /** What nobody can tell now whether it is genuine: its issuer, or the store, fails. */
    UNDECIDED,
    /** A genuine token of another issuer that has no id, so that it cannot be ended alone. */
    TOKEN_WITHOUT_ID,
    /** More than one {@code Authorization} header, whatever each of them says. */
    REPEATED_AUTHORIZATION,
    /** A session cookie that holds no ticket; or more cookies than are looked at. */
    COOKIE,
    /** A session cookie that a page of another origin had sent. */
    FOREIGN_COOKIE
  }

  /**
   * What a request shows.
   *
   * @param sessionIds the login sessions that its genuine credentials are of; some may be over
   * @param foreign the logins at other issuers whose tokens can be ended
   */
  public record Shown(
      Set<String> sessionIds, List<ForeignLoginSession> foreign, Set<Unread> unread) {
    public Shown {
      sessionIds = Set.copyOf(sessionIds);
      foreign = List.copyOf(foreign);
      unread = Set.copyOf(unread);
    }

    /** Whether nobody can tell now of something that is shown whose it is. */
    public boolean isUndecided() {
      return unread.contains(Unread.UNDECIDED);
    }

    /** The same with something more of which nobody can tell. */
    Shown undecided() {
      Set<Unread> more = EnumSet.of(Unread.UNDECIDED);
      more.addAll(unread);
      return new Shown(sessionIds, foreign, more);
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
    Found found = new Found(new LinkedHashSet<>(), new ArrayList<>(), EnumSet.noneOf(Unread.class));
    readTokens(request, found);
    readCookies(request, found.ids, found.unread);
    readTokenCookies(request, found);
    return new Shown(found.ids, found.foreign, found.unread);
  }

  boolean isOfAnotherOrigin(HttpServletRequest request) {
    return crossOrigin.refuses(request);
  }

  /** Whether a request has a session cookie that is of a live login, for all that is known. */
  boolean mayShowLiveCookie(HttpServletRequest request) {
    try {
      Set<String> cookies = credentials.cookies(request);
      return !cookies.isEmpty()
          && (crossOrigin.refuses(request)
              || cookies.size() > MOST_TICKETS
              || cookies.stream().anyMatch(this::mayBeLive));
    } catch (StoreUnavailableException failure) {
      return true;
    }
  }

  private boolean mayBeLive(String cookie) {
    Ticket ticket = credentials.ticket(cookie);
    return ticket == null || sessions.byTicket(ticket) instanceof StoredLoginSession;
  }

  /** What has been read so far. */
  private record Found(Set<String> ids, List<ForeignLoginSession> foreign, Set<Unread> unread) {

    void add(ForeignLoginSession login) {
      if (login.isEndable()) {
        foreign.add(login);
      } else {
        unread.add(Unread.TOKEN_WITHOUT_ID);
      }
    }
  }

  private void readTokens(HttpServletRequest request, Found found) {
    Enumeration<String> headers = request.getHeaders("Authorization");
    for (int i = 0; i < MOST_TOKENS && headers != null && headers.hasMoreElements(); i++) {
      BearerToken shown = BearerToken.parse(headers.nextElement());
      if (shown instanceof BearerToken.Token token) {
        readToken(new RawToken(token.text(), TrustedProxies.addressOf(request)), found);
      } else if (shown == BearerToken.MALFORMED) {
        found.unread.add(Unread.TOKEN);
      }
      if (headers.hasMoreElements()) {
        found.unread.add(Unread.REPEATED_AUTHORIZATION);
      }
    }
  }

  private void readTokenCookies(HttpServletRequest request, Found found) {
    List<RawToken> shown = credentials.tokenCookies(request);
    if (!shown.isEmpty() && crossOrigin.refuses(request)) {
      found.unread.add(Unread.FOREIGN_COOKIE);
      return;
    }
    if (shown.size() > MOST_TOKENS) {
      found.unread.add(Unread.COOKIE);
    }
    for (RawToken token : shown.subList(0, Math.min(shown.size(), MOST_TOKENS))) {
      ForeignLookup login = tokens.inCookie().apply(token);
      if (login instanceof ForeignLoginSession known) {
        found.add(known);
      } else if (login == ForeignLookup.None.UNDECIDED) {
        found.unread.add(Unread.UNDECIDED);
      }
    }
  }

  private void readToken(RawToken shown, Found found) {
    ForeignLookup foreign = tokens.foreign().apply(shown);
    if (foreign instanceof ForeignLoginSession login) {
      found.add(login);
    } else if (foreign == ForeignLookup.None.UNDECIDED) {
      found.unread.add(Unread.UNDECIDED);
    } else if (foreign == ForeignLookup.None.UNKNOWN) {
      tokens
          .own()
          .apply(shown)
          .ifPresentOrElse(found.ids::add, () -> found.unread.add(Unread.TOKEN));
    }
  }

  private void readCookies(HttpServletRequest request, Set<String> ids, Set<Unread> unread) {
    Set<String> cookies = credentials.cookies(request);
    if (!cookies.isEmpty() && crossOrigin.refuses(request)) {
      unread.add(Unread.FOREIGN_COOKIE);
      return;
    }
    List<Ticket> tickets =
        cookies.stream().map(credentials::ticket).filter(Objects::nonNull).toList();
    if (tickets.size() < cookies.size() || tickets.size() > MOST_TICKETS) {
      unread.add(Unread.COOKIE);
    }
    tickets.stream()
        .limit(MOST_TICKETS)
        .filter(this::isGenuine)
        .forEach(ticket -> ids.add(ticket.sessionId()));
  }

  /** One that ran out, or that was replaced, may be of a login that is alive. */
  private boolean isGenuine(Ticket ticket) {
    return sessions.byTicket(ticket) != SessionRefusal.UNKNOWN;
  }
}

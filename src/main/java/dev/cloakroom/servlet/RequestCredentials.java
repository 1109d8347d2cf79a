package dev.cloakroom.servlet;

import dev.cloakroom.crossorigin.TrustedProxies;
import dev.cloakroom.http.BearerToken;
import dev.cloakroom.http.BearerToken.NoToken;
import dev.cloakroom.http.CookieHeader;
import dev.cloakroom.http.CookieLookup;
import dev.cloakroom.http.Reason;
import dev.cloakroom.http.Refusal;
import dev.cloakroom.servlet.RequestCredential.ShownTicket;
import dev.cloakroom.servlet.RequestCredential.ShownToken;
import dev.cloakroom.servlet.RequestCredential.ShownTokenCookie;
import dev.cloakroom.servlet.RequestCredential.Unusable;
import dev.cloakroom.session.Ticket;
import dev.cloakroom.token.RawToken;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the credential in a request. Safe for use by several threads. */
public final class RequestCredentials {
  private final SessionCookie cookie;
  private final @Nullable String tokenCookie;

  /** Finds bearer tokens, and the cookie that this one describes. */
  public RequestCredentials(SessionCookie cookie) {
    this(cookie, null);
  }

  /**
   * Finds tokens in a cookie, too.
   *
   * @param tokenCookie its name; null for none
   */
  public RequestCredentials(SessionCookie cookie, @Nullable String tokenCookie) {
    this.cookie = cookie;
    this.tokenCookie = tokenCookie;
  }

  /** The credential that the request is judged by. */
  public RequestCredential in(HttpServletRequest request) {
    BearerToken bearer = BearerToken.of(request.getHeaders("Authorization"));
    if (bearer instanceof BearerToken.Token token) {
      return new ShownToken(raw(token.text(), request));
    }
    return switch ((NoToken) bearer) {
      case REPEATED -> new Unusable(Refusal.bearer(Reason.AMBIGUOUS_CREDENTIALS));
      case MALFORMED -> new Unusable(Refusal.bearer(Reason.INVALID_TOKEN));
      case ABSENT, OTHER_SCHEME -> inCookie(request);
    };
  }

  private static RawToken raw(String text, HttpServletRequest request) {
    return new RawToken(text, TrustedProxies.addressOf(request));
  }

  private static RequestCredential tokenIn(String cookieName, HttpServletRequest request) {
    CookieLookup lookup = CookieHeader.find(request.getHeaders("Cookie"), cookieName);
    if (lookup instanceof CookieLookup.Found found) {
      return BearerToken.isToken(found.value())
          ? new ShownTokenCookie(raw(found.value(), request))
          : new Unusable(Refusal.cookie(Reason.INVALID_TOKEN));
    }
    return lookup == CookieLookup.ABSENT
        ? RequestCredential.NONE
        : new Unusable(Refusal.cookie(Reason.AMBIGUOUS_CREDENTIALS));
  }

  /** The tokens in the cookies of a request that the settings name for them. */
  List<RawToken> tokenCookies(HttpServletRequest request) {
    return tokenCookie == null
        ? List.of()
        : CookieHeader.values(request.getHeaders("Cookie"), tokenCookie).stream()
            .filter(BearerToken::isToken)
            .map(text -> raw(text, request))
            .toList();
  }

  /** The value of each session cookie that a request carries. */
  Set<String> cookies(HttpServletRequest request) {
    return cookie.all(request);
  }

  /** The ticket that a session cookie's value spells; null if it spells none. */
  @Nullable Ticket ticket(String cookieValue) {
    return cookie.read(cookieValue);
  }

  /** The tickets in a request's session cookies, whatever else it carries. */
  public List<Ticket> tickets(HttpServletRequest request) {
    List<Ticket> tickets = new ArrayList<>();
    for (String value : cookies(request)) {
      Ticket ticket = cookie.read(value);
      if (ticket != null) {
        tickets.add(ticket);
      }
    }
    return tickets;
  }

  /** The cookie with a token of a request whose session cookie is of no login any more. */
  public RequestCredential besideDeadTicket(HttpServletRequest request) {
    return tokenCookie == null ? RequestCredential.NONE : tokenIn(tokenCookie, request);
  }

  /** The session cookie of a request, else its cookie with a token, whatever else it carries. */
  RequestCredential inCookie(HttpServletRequest request) {
    CookieLookup lookup = cookie.shown(request);
    if (lookup == CookieLookup.ABSENT && tokenCookie != null) {
      return tokenIn(tokenCookie, request);
    }
    if (lookup instanceof CookieLookup.Found found) {
      Ticket ticket = cookie.read(found.value());
      return ticket == null
          ? new Unusable(Refusal.cookie(Reason.INVALID_TOKEN))
          : new ShownTicket(ticket);
    }
    return lookup == CookieLookup.ABSENT
        ? RequestCredential.NONE
        : new Unusable(Refusal.cookie(Reason.AMBIGUOUS_CREDENTIALS));
  }
}

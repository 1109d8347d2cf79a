package dev.cloakroom.mechanism;

import static java.lang.System.Logger.Level.ERROR;

import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.crossorigin.CrossOriginGuard;
import dev.cloakroom.http.Reason;
import dev.cloakroom.http.Refusal;
import dev.cloakroom.identitystore.AccessTokens;
import dev.cloakroom.identitystore.BearerLookup;
import dev.cloakroom.servlet.RefusalReasons;
import dev.cloakroom.servlet.RequestCredential;
import dev.cloakroom.servlet.RequestCredential.ShownTicket;
import dev.cloakroom.servlet.RequestCredential.ShownToken;
import dev.cloakroom.servlet.RequestCredential.ShownTokenCookie;
import dev.cloakroom.servlet.RequestCredential.Unusable;
import dev.cloakroom.servlet.RequestCredentials;
import dev.cloakroom.servlet.RequestIdentity;
import dev.cloakroom.servlet.RequestIdentity.Anonymous;
import dev.cloakroom.servlet.RequestLogin;
import dev.cloakroom.session.SessionLookup;
import dev.cloakroom.session.SessionRefusal;
import dev.cloakroom.session.SessionResolver;
import dev.cloakroom.session.StoredLoginSession;
import dev.cloakroom.session.Ticket;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who a request comes from. This is the path of every request: with a known ticket or
 * token it is look-ups in memory. Safe for use by several threads.
 */
public final class RequestIdentification {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom.mechanism");
  private static final Set<SessionRefusal> DEAD =
      Set.of(SessionRefusal.UNKNOWN, SessionRefusal.EXPIRED, SessionRefusal.ENDED);
  private static final RequestIdentity UNDECIDED =
      new Anonymous(Refusal.cookie(Reason.UNAVAILABLE));

  private final RequestCredentials credentials;
  private final SessionResolver sessions;
  private final AccessTokens accessTokens;
  private final CrossOriginGuard crossOrigin;

  /** Identifies by the credentials of these sessions. */
  public RequestIdentification(
      RequestCredentials credentials,
      SessionResolver sessions,
      AccessTokens accessTokens,
      CrossOriginGuard crossOrigin) {
    this.credentials = credentials;
    this.sessions = sessions;
    this.accessTokens = accessTokens;
    this.crossOrigin = crossOrigin;
  }

  /** Who the request comes from; a store that fails makes nobody anybody. */
  public RequestIdentity of(HttpServletRequest request) {
    try {
      return of(credentials.in(request), request);
    } catch (StoreUnavailableException failure) {
      LOG.log(ERROR, "The session store failed; what is guarded answers 503.", failure);
      return UNDECIDED;
    }
  }

  private RequestIdentity of(RequestCredential shown, HttpServletRequest request) {
    if (shown instanceof ShownTicket cookie) {
      return byTicket(cookie.ticket(), request);
    }
    if (shown instanceof ShownToken bearer) {
      return byToken(accessTokens.lookUp(bearer.token()));
    }
    if (shown instanceof ShownTokenCookie cookie) {
      return byTokenCookie(cookie, crossOrigin.refusal(request));
    }
    return shown instanceof Unusable unusable
        ? new Anonymous(unusable.refusal())
        : RequestIdentity.NOTHING_SHOWN;
  }

  /** A cookie counts for nothing when a page of another origin has it sent. */
  private RequestIdentity byTicket(Ticket ticket, HttpServletRequest request) {
    Reason foreign = crossOrigin.refusal(request);
    if (foreign != null) {
      return new Anonymous(Refusal.cookie(foreign));
    }
    SessionLookup lookup = sessions.byTicket(ticket);
    return lookup instanceof StoredLoginSession session
        ? new RequestLogin.ByTicket(session, ticket)
        : besideDeadTicket((SessionRefusal) lookup, request);
  }

  /** A ticket that was replaced is of a login that lives, or ends by it, and wins. */
  private RequestIdentity besideDeadTicket(SessionRefusal why, HttpServletRequest request) {
    if (DEAD.contains(why)
        && credentials.besideDeadTicket(request) instanceof ShownTokenCookie cookie) {
      RequestIdentity other = byTokenCookie(cookie, null);
      if (other instanceof RequestLogin || other.equals(UNDECIDED)) {
        return other;
      }
    }
    return new Anonymous(refusal(why));
  }

  private static Refusal refusal(SessionRefusal why) {
    Reason reason = RefusalReasons.of(why);
    return why == SessionRefusal.REPLACED ? Refusal.lateCookie(reason) : Refusal.cookie(reason);
  }

  /** As with any cookie: what a page of another origin has sent counts for nothing. */
  private RequestIdentity byTokenCookie(ShownTokenCookie cookie, @Nullable Reason foreign) {
    if (foreign != null) {
      return new Anonymous(Refusal.cookie(foreign));
    }
    BearerLookup lookup = accessTokens.lookUpInCookie(cookie.token());
    return lookup instanceof BearerLookup.Foreign found
        ? new RequestLogin.ByTokenCookie(found.session(), found.token())
        : new Anonymous(Refusal.cookie(reason(lookup)));
  }

  private static RequestIdentity byToken(BearerLookup lookup) {
    if (lookup instanceof BearerLookup.Accepted accepted) {
      return new RequestLogin.ByToken(accepted.session(), accepted.token());
    }
    return lookup instanceof BearerLookup.Foreign foreign
        ? new RequestLogin.ByForeignToken(foreign.session(), foreign.token())
        : new Anonymous(Refusal.bearer(reason(lookup)));
  }

  private static Reason reason(BearerLookup refused) {
    if (refused instanceof BearerLookup.SessionOver over) {
      return RefusalReasons.of(over.why());
    }
    return refused instanceof BearerLookup.Rejected rejected
        ? RefusalReasons.of(rejected.why())
        : Reason.UNAVAILABLE;
  }
}

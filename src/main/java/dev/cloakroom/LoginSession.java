package dev.cloakroom;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * One login of one caller on one device. Every credential a client holds, its session cookie, its
 * access tokens and its refresh token, is a credential of one login session and ends with it.
 *
 * <p>{@code @Inject LoginSession} gives the session of the current request. It is never null: a
 * caller who is not logged in has the <em>anonymous</em> session, whose texts and sets are empty
 * and whose times are {@link Instant#EPOCH}. The injected object may be kept in a bean of any
 * scope, an {@code @ApplicationScoped} or {@code @SessionScoped} one included: each call answers
 * for the request of the calling thread. On managed executors and in contextual proxies of Jakarta
 * Concurrency it answers for the caller who handed the work over, with the groups of that moment,
 * until their login ends; from then on it is the anonymous session. So it is wherever no request
 * runs: in a timer, at startup, on a thread of the application's own, for which {@link #snapshot}
 * is. Only a store that fails in such a task makes it fail, with a {@link
 * StoreUnavailableException}.
 *
 * <p>Who shows a token of another issuer is logged in, too, by what that token says, until it runs
 * out. Nothing is kept of such a login here: it is in no list of {@link LoginSessions}, has no
 * {@code @LoginScoped} beans and no address, and its times are those that the issuer gives.
 *
 * <p>Sessions that {@link LoginSessions} lists are snapshots: safe to share between threads, and
 * unchanged by what happens later.
 */
public interface LoginSession {

  /** Whether nobody is logged in. */
  boolean isAnonymous();

  /**
   * The stable name of this login session: 128 random bits in base64url. It is not a secret: it
   * stands in lists, log lines, events and the {@code sid} claim, and opens nothing by itself. That
   * of a login at another issuer begins with the issuer's name in the settings and a colon.
   */
  String id();

  /** The caller's name exactly as the identity store gave it. */
  String callerName();

  /** The caller's groups: those given at login, or the ones they were changed to since. */
  Set<String> groups();

  /**
   * How the caller proved who they are, such as {@code pwd} for a password.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc8176#section-2">RFC 8176, section 2</a>
   */
  Set<String> authenticationMethods();

  /** When the caller logged in. */
  Instant createdAt();

  /**
   * When a credential of this session was last used; exact to {@code
   * cloakroom.session.touch-interval}, a minute unless set.
   */
  Instant lastSeenAt();

  /** When the session ends for good, however much it is used until then. */
  Instant expiresAt();

  /** The network address the caller logged in from. */
  String address();

  /** The {@code User-Agent} the caller logged in with, cut to 256 characters. */
  String userAgent();

  /**
   * Whether the caller proved who they are so recently that a sensitive action need not ask again:
   * within {@code cloakroom.session.fresh-duration}, ten minutes unless set.
   */
  boolean isFresh();

  /**
   * The highest level at which the caller has proven who they are: 1 for a login, more after {@link
   * #elevate}, 0 for the anonymous session. It is that of the credential that the request came
   * with: what another client of the same login has proven does not count for this one, and an
   * access token keeps the level that it was issued with.
   */
  int level();

  /**
   * When the caller last proved who they are at a level or one above it; {@link Instant#EPOCH} if
   * they never did. To prove a level once more makes none above it any younger.
   *
   * @param level from 1 to {@link AuthenticationLevel#HIGHEST}
   */
  Instant authenticatedAt(int level);

  /**
   * Writes down that the caller has just proven once more who they are; call it only after you have
   * checked that. Their credential is replaced in the same moment, and whoever has a copy of the
   * earlier one has nothing:
   *
   * <ul>
   *   <li>In a request with the session cookie, the new one is set on its response. Requests that
   *       are on their way with the earlier cookie are refused.
   *   <li>In a request with an access token, the client must be given the tokens that this returns:
   *       its refresh token is worth nothing any more, and its access tokens keep their level.
   * </ul>
   *
   * @param level what was proven: 1 for the password once more, 2 for a second factor, or whatever
   *     the application means by a level; to {@link AuthenticationLevel#HIGHEST}
   * @param methods how, as RFC 8176 names it, such as {@code otp}: 1 to 8 of them
   * @return the client's new tokens; empty for a cookie
   * @throws AccessDeniedException if nobody is logged in, or the login of the request is over or
   *     its credential was replaced meanwhile; left alone it is answered 401
   * @throws IllegalStateException if the response is already committed, or in a task, or for one
   *     that {@link LoginSessions} lists, or for a login of another issuer, which is level 1;
   *     nothing was changed
   * @throws IllegalArgumentException for a level or method that there is not
   * @throws StoreUnavailableException if the store failed; left alone it is answered 503
   */
  Optional<BearerTokens> elevate(int level, String... methods);

  /** What this session is now, as a value for any thread. */
  default LoginSnapshot snapshot() {
    return LoginSnapshot.of(this);
  }

  /**
   * Gives this session a new ticket; call it after the caller's privileges changed. The old ticket
   * is good until the new one comes back for the first time, and then honoured for {@code
   * cloakroom.session.rotation-grace}, ten seconds unless set, for requests in flight. In a request
   * that came with the session cookie the new one is set on its response, unless one was given out
   * a moment ago; otherwise, and in a task, the ticket is replaced when it is next used. An
   * anonymous or ended session is left alone.
   *
   * @throws IllegalStateException if the response is already committed, so that the new cookie
   *     could not reach the client; nothing was changed
   */
  void rotate();
}

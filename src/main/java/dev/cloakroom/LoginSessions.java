package dev.cloakroom;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * The login sessions of all callers, for administration: list them, end them, change what a caller
 * may do. Every change counts from the next request on, for cookies and tokens alike; on other
 * servers that share the store, as soon as they are told, or after {@code
 * cloakroom.near-cache.max-staleness} where the store tells nobody.
 *
 * <p>Injected with {@code @Inject LoginSessions}; safe for use by several threads. The names of
 * callers are compared exactly, without case folding. It checks no permission of its own: guard
 * what calls it, for example with {@code @RolesAllowed}.
 */
public interface LoginSessions {

  /** The live login sessions of a caller, newest first; empty when there are none. */
  List<LoginSession> of(String callerName);

  /**
   * Ends one login session.
   *
   * @return whether there was a live session of that id
   */
  boolean end(String sessionId);

  /**
   * Ends every login session of a caller, a login that is under way included; and the tokens of
   * another issuer that were issued for a caller of this name until now, as {@link
   * LoginSession#callerName} gives it. It leaves one-time tokens that log in as they are: see
   * {@link OneTimeTokens#revokeAll(String)}.
   *
   * @return how many sessions were ended; tokens are not counted, since nobody knows them all
   */
  int endAll(String callerName);

  /**
   * Ends every login session, of whatever caller, that began before a moment: the answer to a
   * leaked key or a broken release. Logins under way are refused at once; ending those that there
   * are takes its time, some seconds for a hundred thousand. Tokens of other issuers that were
   * issued before that moment are over as well.
   *
   * @return how many sessions were ended; tokens are not counted, since nobody knows them all
   */
  int endAllBefore(Instant moment);

  /**
   * Ends one token of another issuer, on all nodes, until its time is over: what a caller who logs
   * out with it does, too. The issuer can give out another one at any time.
   *
   * @param issuer who issued it ({@code iss})
   * @param tokenId its own id ({@code jti})
   * @param expiresAt when its time is over ({@code exp}); if that has been, nothing is done
   */
  void endToken(String issuer, String tokenId, Instant expiresAt);

  /**
   * Gives a caller other groups in all their live login sessions and rotates their tickets when
   * they are next used. The next login asks the identity stores again.
   *
   * <p>A login that waits for its second factor has to begin anew, also where the groups are the
   * same as before: call it for a change. One that is under way keeps the groups that its identity
   * store has just given. Change those there first, and where a group must be gone for certain,
   * {@link #endAll}. The groups of another issuer's callers are that issuer's to change.
   *
   * @return how many sessions were changed
   */
  int changeGroups(String callerName, Set<String> groups);
}

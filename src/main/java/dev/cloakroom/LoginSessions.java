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
   * Ends every login session of a caller, a login that is under way included.
   *
   * @return how many were ended
   */
  int endAll(String callerName);

  /**
   * Ends every login session, of whatever caller, that began before a moment: the answer to a
   * leaked key or a broken release. Logins under way are refused at once; ending those that there
   * are takes its time, some seconds for a hundred thousand.
   *
   * @return how many were ended
   */
  int endAllBefore(Instant moment);

  /**
   * Gives a caller other groups in all their live login sessions and rotates their tickets when
   * they are next used. The next login asks the identity stores again.
   *
   * <p>A login that is under way keeps the groups that its identity store has just given. Change
   * those there first, and where a group must be gone for certain, {@link #endAll}.
   *
   * @return how many sessions were changed
   */
  int changeGroups(String callerName, Set<String> groups);
}

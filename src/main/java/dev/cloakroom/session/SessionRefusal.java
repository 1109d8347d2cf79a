package dev.cloakroom.session;

/**
 * Why a credential leads to no login session. Only who holds a genuine one learns more than {@link
 * #UNKNOWN}.
 */
public enum SessionRefusal implements SessionLookup, RefreshOutcome {
  /** Not a credential that we gave out, or a refresh token of a number that is ahead. */
  UNKNOWN,
  /** Genuine, but it lay unused too long or its time is over. */
  EXPIRED,
  /** Genuine, but the session was ended. */
  ENDED,
  /**
   * Genuine, but another replaced it a moment ago: a request that was held up brings it, and its
   * login goes on.
   */
  REPLACED,
  /**
   * Genuine, but another has replaced it for long, so that it is a copy: nothing was changed
   * because of it, as the settings want it.
   */
  COPIED,
  /** Genuine, but already used or replaced: the login session was ended because of it. */
  REUSED
}

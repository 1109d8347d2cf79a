package dev.cloakroom.event;

/** Who or what ended a login session before its time. */
public enum EndReason {
  /** The caller logged out with this session. */
  LOGGED_OUT,
  /** The caller ended it from another of their sessions. */
  ENDED_BY_CALLER,
  /** The application ended it through {@link dev.cloakroom.LoginSessions}. */
  ENDED_BY_ADMINISTRATOR,
  /** The same client logged in again; a login never continues an earlier session. */
  REPLACED_BY_LOGIN,
  /** The caller logged in once more than {@code cloakroom.session.max-per-caller} allows. */
  TOO_MANY_SESSIONS,
  /** In another of their sessions a second factor of the caller was added, replaced or removed. */
  FACTOR_CHANGED,
  /** A used refresh token came again: somebody holds a copy. */
  REFRESH_TOKEN_REUSED,
  /** A replaced session cookie came again: somebody holds a copy. */
  TICKET_REUSED
}

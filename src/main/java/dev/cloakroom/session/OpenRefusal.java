package dev.cloakroom.session;

/** Why no session was opened for a caller who proved who they are. */
public enum OpenRefusal implements OpenOutcome {
  /** The caller's logins were ended while this one was under way. */
  ENDED,
  /** The caller has as many sessions as are allowed. */
  TOO_MANY,
  /** The store cannot keep sessions of a caller of this name. */
  UNSTORABLE_NAME
}

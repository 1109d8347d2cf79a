package dev.cloakroom.session;

/** What came of writing the states of beans. */
public enum BeanWriteOutcome {
  /** They are kept. */
  WRITTEN,
  /** Another request has changed one of them meanwhile: nothing of this one is kept. */
  CONFLICT,
  /** Together with the others of the session they are too large: nothing of them is kept. */
  TOO_LARGE,
  /** The session is over, and its beans with it. */
  OVER
}

package dev.cloakroom.config;

/** What becomes of an application with a rule that nobody enforces. */
public enum Unguarded {
  /** It does not start; or, where that is found out too late, answers no request. */
  REFUSE,
  /** It is served, with a warning in the log. */
  WARN
}

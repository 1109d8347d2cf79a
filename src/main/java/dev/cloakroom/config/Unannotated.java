package dev.cloakroom.config;

/** Who may call a Jakarta REST method for which no rule is written. */
public enum Unannotated {
  /** Everybody, as Jakarta REST has it. */
  PERMIT,
  /** Whoever is logged in. */
  AUTHENTICATED,
  /** Nobody. */
  DENY
}

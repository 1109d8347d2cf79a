package dev.cloakroom.config;

/** Who gets tokens in the answer to a login. */
public enum LoginTokens {
  /** Every client that is not a browser. */
  AUTO,
  /** Every client. */
  ALWAYS,
  /** None: cookies only. */
  NEVER
}

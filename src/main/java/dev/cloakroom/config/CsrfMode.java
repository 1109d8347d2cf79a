package dev.cloakroom.config;

/** When unsafe requests of other origins are refused. */
public enum CsrfMode {
  /** When a cookie could have authenticated them. */
  AUTO,
  /** And where a browser's request with a cookie brings no token, or its login none. */
  TOKEN,
  /** And where any client's does not. */
  ALWAYS,
  /** Never. */
  OFF;

  /** Whether there are tokens. */
  public boolean asksForTokens() {
    return this == TOKEN || this == ALWAYS;
  }
}

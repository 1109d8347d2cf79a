package dev.cloakroom.config;

import java.util.Locale;

/** The endpoints, each with its place below {@code cloakroom.path}. */
public enum Endpoint {
  LOGIN("/login"),
  /** Where a login ends that needs a second factor, and where a caller proves one later. */
  FACTOR("/login/factor"),
  LOGOUT("/logout"),
  REFRESH("/refresh"),
  /** Only where somebody may ask. */
  INTROSPECT("/introspect"),
  REVOKE("/revoke"),
  SESSION("/session"),
  SESSIONS("/sessions"),
  /** Only where tokens are asked for. */
  CSRF("/csrf"),
  JWKS("/.well-known/jwks.json"),
  /** What scripts of the application's pages import; its types stand beside it. */
  SCRIPT("/cloakroom.js");

  private final String path;

  Endpoint(String path) {
    this.path = path;
  }

  /** The name in {@code cloakroom.endpoint.<name>.enabled}. */
  public String settingName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The path below {@code cloakroom.path}; begins with a slash. */
  public String path() {
    return path;
  }
}

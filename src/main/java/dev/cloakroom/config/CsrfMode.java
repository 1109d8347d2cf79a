package dev.cloakroom.config;

/** When unsafe requests of other origins are refused. */
public enum CsrfMode {
  /** When a cookie could have authenticated them. */
  AUTO,
  /** Never. */
  OFF
}

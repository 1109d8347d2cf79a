package dev.cloakroom.config;

/** Whether cookies need HTTPS. */
public enum SecureCookie {
  /** Always, also when the request came over plain HTTP. */
  ALWAYS,
  /** When the request came over HTTPS; for development. */
  AUTO
}

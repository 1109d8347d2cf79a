package dev.cloakroom.config;

/** The SameSite attribute that cookies get; the constants are named as the attribute's values. */
public enum SameSitePolicy {
  STRICT,
  LAX,
  NONE
}

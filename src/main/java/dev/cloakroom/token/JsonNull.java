package dev.cloakroom.token;

/** The value {@code null} of a claim, which is not the same as a claim that is not there. */
public enum JsonNull {
  /** The only one. */
  NULL
}

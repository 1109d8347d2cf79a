package dev.cloakroom.access;

/** Somebody who calls a method, as far as a rule needs to know them. */
public interface Caller {

  /** Whether they are not logged in. */
  boolean isAnonymous();

  /** Whether they are in a role of the application. */
  boolean isInRole(String role);
}

package dev.cloakroom.access;

/** Somebody who calls a method, as far as a rule needs to know them. */
public interface Caller {

  /** Whether they are not logged in. */
  boolean isAnonymous();

  /** Whether they are in a role of the application. */
  boolean isInRole(String role);

  /** Whether they have proven so much; of whom nothing is known, have not. */
  default boolean hasProven(RequiredProof proof) {
    return false;
  }
}

package dev.cloakroom.it.process;

/** What came of a deployment. */
public enum Outcome {
  STARTED,
  REFUSED
}

package dev.cloakroom.readme;

/** Stands for whatever the reader's application knows of the codes that its callers enter. */
interface Codes {

  boolean isRight(String callerName, String code);
}

package dev.cloakroom.issuer;

import java.net.URI;

/** Where an issuer is asked about its tokens. Thread-safe. */
@FunctionalInterface
interface QuestionAddress {

  /**
   * The address.
   *
   * @param room where one waits while it is looked for
   */
  URI find(WaitingRoom room) throws UnusableDocumentException;

  /** Has it looked for, where that is needed. */
  default void start() {}
}

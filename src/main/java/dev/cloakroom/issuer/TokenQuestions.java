package dev.cloakroom.issuer;

import java.util.Map;
import java.util.Optional;

/** Asks an issuer about its tokens. Thread-safe. */
interface TokenQuestions {

  /**
   * What the issuer says of a token, {@code active} among it, which is true or false.
   *
   * @param room where one waits for the answer; who finds none is told nothing
   * @throws UnusableDocumentException if it does not answer, or something else
   */
  Optional<Map<String, Object>> ask(String token, WaitingRoom room)
      throws UnusableDocumentException;

  /** Prepares for the first one. */
  void start();
}

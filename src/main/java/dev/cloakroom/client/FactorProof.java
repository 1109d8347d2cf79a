package dev.cloakroom.client;

/**
 * The answer to a second factor: a secret, until the server has seen it. Immutable.
 *
 * @param method which one it is of
 * @param answer such as the code that an app shows
 */
public record FactorProof(String method, String answer) {

  /** Without the answer. */
  @Override
  public String toString() {
    return "FactorProof[" + method + "]";
  }
}

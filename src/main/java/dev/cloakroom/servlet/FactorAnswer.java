package dev.cloakroom.servlet;

import jakarta.security.enterprise.credential.Credential;

/**
 * What ends a login that waits for its second factor: the ticket of that login, and an answer. No
 * identity store is asked about it. Immutable.
 *
 * @param ticket as the client showed it; empty if it showed none
 * @param method the factor, as the client named it
 * @param answer as the client sent it
 */
public record FactorAnswer(String ticket, String method, String answer) implements Credential {

  /** Without the secrets. */
  @Override
  public String toString() {
    return "FactorAnswer[***]";
  }
}

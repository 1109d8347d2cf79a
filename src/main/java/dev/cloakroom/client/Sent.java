package dev.cloakroom.client;

import java.util.Set;

/** A request and its answer. */
record Sent(Outgoing out, ClientResponse answer) {
  private static final Set<String> OF_TOKENS =
      Set.of("token-expired", "invalid-token", "not-authenticated");

  private static final Set<String> CSRF = Set.of("csrf-token-missing", "csrf-token-invalid");

  /** Whether it can be sent again, and a redirect has not led away from what it carried out. */
  boolean mayRepeat() {
    return out.request().isRepeatable() && (out.request().isSafe() || !answer.isLedHere());
  }

  /** Whether another access token may help. */
  boolean lacksToken() {
    return answer.status() == 401
        && answer.reason().filter(why -> !OF_TOKENS.contains(why)).isEmpty();
  }

  /** Whether the server at home wants to be sent it again with a CSRF token. */
  boolean lacksCsrfToken(BaseAddress home) {
    return answer.status() == 403
        && mayRepeat()
        && home.isHome(answer.uri())
        && answer.reason().filter(CSRF::contains).isPresent();
  }
}

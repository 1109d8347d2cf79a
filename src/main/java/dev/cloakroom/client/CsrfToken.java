package dev.cloakroom.client;

import java.util.Locale;
import java.util.Optional;

/**
 * A CSRF token, and the header that it is sent in.
 *
 * @param header one that begins with {@code X-}: no server chooses what else of a request changes
 */
record CsrfToken(String header, String token) {

  /** What {@code GET /csrf} has answered; empty if it is of no use. */
  static Optional<CsrfToken> of(ClientResponse answer) {
    if (answer.status() != 200) {
      return Optional.empty();
    }
    return Json.read(answer.text())
        .map(
            json -> {
              String header = Json.text(json, "headerName");
              String token = Json.text(json, "token");
              return header == null || token == null ? null : new CsrfToken(header, token);
            })
        .filter(CsrfToken::isUsable);
  }

  private boolean isUsable() {
    return header.toUpperCase(Locale.ROOT).matches("X-[A-Z0-9-]+")
        && token.matches("[\\x21-\\x7e]+");
  }

  @Override
  public String toString() {
    return "CsrfToken[***]";
  }
}

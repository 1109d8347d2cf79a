package dev.cloakroom.web;

import dev.cloakroom.crypto.KeySource;
import dev.cloakroom.http.Answer;
import jakarta.inject.Inject;

/**
 * {@code GET /.well-known/jwks.json}: the public keys that verify the access tokens (RFC 7517,
 * section 5). Anybody may keep it for a while.
 */
public class JwksServlet extends EndpointServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient KeySource keys;

  /** Made by the container. */
  public JwksServlet() {
    on("GET", (request, response) -> keySet());
  }

  private Answer keySet() {
    return Answer.json(200, keys.complete().jwksJson())
        .with("Content-Type", "application/jwk-set+json")
        .with("Cache-Control", "public, max-age=" + keys.publishedFor().toSeconds());
  }
}

package dev.cloakroom.web;

import dev.cloakroom.http.Answer;
import dev.cloakroom.http.OAuthError;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/**
 * {@code POST /introspect}: tells services that are known by their client id and secret what a
 * token of ours is (<a href="https://www.rfc-editor.org/rfc/rfc7662">RFC 7662</a>).
 */
public class IntrospectServlet extends EndpointServlet {
  private static final long serialVersionUID = 1L;
  private static final Answer NOBODY =
      OAuthError.INVALID_CLIENT.answer("Send client id and secret as Authorization: Basic.");

  @Inject transient Askers askers;
  @Inject transient FailedCredentials failed;
  @Inject transient TokenIntrospection introspection;

  /** Made by the container. */
  public IntrospectServlet() {
    on("POST", (request, response) -> answer(request));
  }

  private Answer answer(HttpServletRequest request) throws IOException {
    if (!askers.include(request)) {
      return failed.answer(request, NOBODY);
    }
    SentToken sent = SentToken.in(request);
    return sent instanceof SentToken.Of token
        ? Answer.json(200, introspection.of(token.token()).toString())
        : ((SentToken.Missing) sent).answer();
  }
}

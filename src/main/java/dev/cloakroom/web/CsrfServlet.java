package dev.cloakroom.web;

import dev.cloakroom.http.Answer;
import dev.cloakroom.servlet.CsrfHandout;
import dev.cloakroom.servlet.ShownCsrfToken;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * {@code GET /csrf}: a CSRF token of whom the request comes from, and where to send it. Only a page
 * of this origin can read it.
 */
public class CsrfServlet extends EndpointServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient CsrfHandout csrfTokens;

  /** Made by the container. */
  public CsrfServlet() {
    on("GET", this::token);
  }

  private Answer token(HttpServletRequest request, HttpServletResponse response) {
    return Answer.json(
        200,
        SessionJson.JSON
            .createObjectBuilder()
            .add("headerName", ShownCsrfToken.HEADER)
            .add("parameterName", ShownCsrfToken.FIELD)
            .add("token", csrfTokens.of(request, response))
            .build()
            .toString());
  }
}

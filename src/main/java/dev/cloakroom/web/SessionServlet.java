package dev.cloakroom.web;

import dev.cloakroom.http.Answer;

/** {@code GET /session}: who the caller is, how and when they logged in, and until when. */
public class SessionServlet extends CallerServlet {
  private static final long serialVersionUID = 1L;

  /** Made by the container. */
  public SessionServlet() {
    onCaller(
        "GET",
        (session, request) -> Answer.json(200, SessionJson.whoAmI(session).build().toString()));
  }
}

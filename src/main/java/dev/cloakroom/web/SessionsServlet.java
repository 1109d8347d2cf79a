package dev.cloakroom.web;

import dev.cloakroom.http.Answer;
import dev.cloakroom.http.Reason;
import dev.cloakroom.session.OwnSessions;
import dev.cloakroom.session.StoredLoginSession;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/**
 * {@code /sessions}: the caller's own login sessions. GET lists them; DELETE ends the others, or
 * with {@code ?all=true} the current one too; {@code DELETE /sessions/{id}} ends one. A session of
 * somebody else is not found.
 */
public class SessionsServlet extends CallerServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient OwnSessions own;

  /** Made by the container. */
  public SessionsServlet() {
    onCaller("GET", this::list);
    onCaller("DELETE", this::end);
  }

  private Answer list(StoredLoginSession current, HttpServletRequest request) {
    return request.getPathInfo() == null
        ? json(SessionJson.list(own.of(current), current.id()).toString())
        : Answer.of(Reason.NOT_FOUND);
  }

  private Answer end(StoredLoginSession current, HttpServletRequest request) {
    String path = request.getPathInfo();
    if (path == null) {
      boolean all = "all=true".equals(request.getQueryString());
      int ended = all ? own.endAll(current) : own.endOthers(current);
      return json(SessionJson.ended(ended).toString());
    }
    return own.end(current, path.substring(1))
        ? json(SessionJson.ended(1).toString())
        : Answer.of(Reason.NOT_FOUND);
  }

  private static Answer json(String text) {
    return Answer.json(200, text);
  }
}

package dev.cloakroom.web;

import dev.cloakroom.LoginSession;
import dev.cloakroom.http.Answer;
import dev.cloakroom.servlet.RequestLogin;
import dev.cloakroom.servlet.RequestRefusal;
import jakarta.servlet.http.HttpServletRequest;

/** An endpoint for callers who are logged in; anybody else is answered 401. */
abstract class CallerServlet extends EndpointServlet {
  private static final long serialVersionUID = 1L;

  /** Answers a caller who is logged in. */
  @FunctionalInterface
  interface CallerHandler {
    Answer answer(LoginSession session, HttpServletRequest request);
  }

  /** Has a method of callers answered; a constructor says so. */
  final void onCaller(String method, CallerHandler handler) {
    on(method, (request, response) -> answer(handler, request));
  }

  private static Answer answer(CallerHandler handler, HttpServletRequest request) {
    RequestLogin login = RequestLogin.of(request);
    return login == null
        ? RequestRefusal.ofNobody(request).answer()
        : handler.answer(login.session(), request);
  }
}

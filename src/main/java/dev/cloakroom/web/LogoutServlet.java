package dev.cloakroom.web;

import dev.cloakroom.http.Answer;
import dev.cloakroom.http.BrowserRequest;
import dev.cloakroom.servlet.LoginPage;
import dev.cloakroom.servlet.Logout;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

/**
 * {@code POST /logout}: ends the login session behind the cookie or the bearer token, and the
 * container's session with it. To have nobody logged in is no error.
 */
public class LogoutServlet extends EndpointServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Logout logout;
  @Inject private transient LoginPage page;

  /** Made by the container. */
  public LogoutServlet() {
    on("POST", this::logOut);
  }

  private Answer logOut(HttpServletRequest request, HttpServletResponse response)
      throws ServletException {
    logout.run(request, response);
    request.logout();
    HttpSession containerSession = request.getSession(false);
    if (containerSession != null) {
      containerSession.invalidate();
    }
    return answer(request).with("Clear-Site-Data", "\"cache\", \"storage\"");
  }

  private Answer answer(HttpServletRequest request) {
    return BrowserRequest.acceptsHtml(request.getHeader("Accept"))
        ? Answer.seeOther(page.of(request).orElseGet(() -> page.afterLogin(request, null)))
        : Answer.json(200, "{}");
  }
}

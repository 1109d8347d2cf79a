package dev.cloakroom.it.probe.component;

import dev.cloakroom.LoginSession;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;

/** The page for two kinds of errors; it tells which, and to whom. */
@WebServlet("/error-for-caller")
public class RefusalPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient LoginSession login;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Principal caller = request.getUserPrincipal();
    response
        .getWriter()
        .print(
            request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE)
                + " for "
                + (caller == null ? "nobody" : caller.getName())
                + ", logged in as "
                + login.callerName());
  }
}

package dev.cloakroom.it.csrf.app;

import dev.cloakroom.CsrfToken;
import dev.cloakroom.LoginSession;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Shows the token that is injected, twice; replaces the ticket of its caller when asked to. */
@WebServlet("/token")
public class TokenPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient CsrfToken csrf;
  @Inject transient LoginSession login;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getParameter("rotate") != null) {
      login.rotate();
    }
    response
        .getWriter()
        .print(
            String.join(
                " ", csrf.getHeader(), csrf.getParameter(), csrf.getToken(), csrf.getToken()));
  }
}

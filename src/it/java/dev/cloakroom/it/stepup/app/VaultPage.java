package dev.cloakroom.it.stepup.app;

import dev.cloakroom.AuthenticationLevel;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A servlet. */
@WebServlet(
    name = "vault",
    urlPatterns = {"/vault", "/vault/*", "*.vault"},
    asyncSupported = true)
@AuthenticationLevel(2)
public class VaultPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().write("vault");
  }
}

package dev.cloakroom.it.pages.app;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A page that is open, of a bean that is not. */
@WebServlet({"/vault", "/vault-of-admins"})
public class VaultPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient Vault vault;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/html");
    response.getWriter().print("<p>");
    response
        .getWriter()
        .print(request.getServletPath().equals("/vault") ? vault.open() : vault.openForAdmins());
  }
}

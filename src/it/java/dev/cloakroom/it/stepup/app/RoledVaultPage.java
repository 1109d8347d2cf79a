package dev.cloakroom.it.stepup.app;

import dev.cloakroom.AuthenticationLevel;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A servlet that the container guards by a role, and we by a level. */
@WebServlet("/roled")
@ServletSecurity(@HttpConstraint(rolesAllowed = "admin"))
@AuthenticationLevel(2)
public class RoledVaultPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().write("vault");
  }
}

package dev.cloakroom.it.stepup.unguarded;

import dev.cloakroom.AuthenticationLevel;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A servlet with a rule at a method. */
@WebServlet("/fresh-method")
public class FreshMethod extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  @AuthenticationLevel(2)
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().write("vault");
  }
}

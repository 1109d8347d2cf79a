package dev.cloakroom.it.csrf.app;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A login page of the application's own. */
@WebServlet("/sign-in")
public class SignInPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      request.login(request.getParameter("name"), request.getParameter("password"));
      response.getWriter().print("in");
    } catch (ServletException refused) {
      response.getWriter().print("out: " + refused.getMessage());
    }
  }
}

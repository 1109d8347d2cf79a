package dev.cloakroom.it.ear.beans;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Open to everybody; calls what is not. */
@WebServlet("/roled/*")
public class RoledPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient RoledAccounts accounts;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String called = request.getPathInfo();
    response.getWriter().write("/users".equals(called) ? accounts.users() : accounts.admins());
  }
}

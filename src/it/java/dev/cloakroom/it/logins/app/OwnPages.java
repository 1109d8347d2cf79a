package dev.cloakroom.it.logins.app;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Pages that do what they are told, also where our endpoints would be. */
@WebServlet({"/steps", "/login", "/logout", "/refresh", "/session"})
public class OwnPages extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient Steps steps;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    response.getWriter().print(steps.run(request, response));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    doGet(request, response);
  }
}

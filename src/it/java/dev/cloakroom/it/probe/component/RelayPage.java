package dev.cloakroom.it.probe.component;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Open to everybody; hands its request to the page that a parameter names. */
@WebServlet({"/relay/forward", "/relay/include"})
public class RelayPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    RequestDispatcher target = request.getRequestDispatcher(request.getParameter("to"));
    if (request.getServletPath().endsWith("/forward")) {
      target.forward(request, response);
    } else {
      target.include(request, response);
    }
  }
}

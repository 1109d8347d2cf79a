package dev.cloakroom.it.stepup.app;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Leads whoever comes on to the vault, each time another way. */
@WebServlet(urlPatterns = "/leading/*", asyncSupported = true)
public class LeadingPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    RequestDispatcher byPath = request.getRequestDispatcher("/vault");
    RequestDispatcher byName = getServletContext().getNamedDispatcher("vault");
    switch (request.getPathInfo()) {
      case "/forward" -> byPath.forward(request, response);
      case "/include" -> byPath.include(request, response);
      case "/named-forward" -> byName.forward(request, response);
      case "/named-include" -> byName.include(request, response);
      case "/roled" -> request.getRequestDispatcher("/roled").forward(request, response);
      case "/error" -> response.sendError(410);
      case "/exception" -> throw new IllegalStateException("led to the vault");
      case "/async" -> request.startAsync().dispatch("/vault");
      default -> response.sendError(404);
    }
  }
}

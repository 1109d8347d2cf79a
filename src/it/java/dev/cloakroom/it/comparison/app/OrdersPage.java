package dev.cloakroom.it.comparison.app;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Objects;

/** A page for callers in a role, who can order there. */
@WebServlet("/orders")
public class OrdersPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().print("orders of " + caller(request));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().print("ordered by " + caller(request));
  }

  private static String caller(HttpServletRequest request) {
    Principal caller = Objects.requireNonNull(request.getUserPrincipal());
    return caller.getName();
  }
}

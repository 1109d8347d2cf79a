package dev.cloakroom.it.probe.scoped;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The same basket, from a servlet. */
@WebServlet("/basket")
@ServletSecurity(@HttpConstraint(rolesAllowed = "user"))
public class BasketPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient Basket basket;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().print(basket.list());
  }

  /** What {@code fail} is given for is put aside, and then the page fails. */
  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    basket.put(request.getParameter("what"));
    if (request.getParameter("fail") != null) {
      throw new ServletException("the page's own trouble");
    }
    response.getWriter().print(basket.list());
  }
}

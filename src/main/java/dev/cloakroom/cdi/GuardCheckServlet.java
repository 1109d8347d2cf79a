package dev.cloakroom.cdi;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;

/**
 * Answers nothing; it is started after all other servlets, those of Jakarta REST included, and then
 * has the rules of the application looked at.
 */
final class GuardCheckServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient GuardCheck check;

  GuardCheckServlet(GuardCheck check) {
    this.check = check;
  }

  @Override
  public void init() throws ServletException {
    String problem = check.settle();
    if (problem != null) {
      throw new ServletException(problem);
    }
  }
}

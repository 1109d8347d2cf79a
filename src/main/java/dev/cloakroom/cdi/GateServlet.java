package dev.cloakroom.cdi;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;

/**
 * Answers nothing; it is started after all other servlets, those of Jakarta REST included, and then
 * has the application looked at.
 */
final class GateServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient ServingGate gate;

  GateServlet(ServingGate gate) {
    this.gate = gate;
  }

  @Override
  public void init() throws ServletException {
    String problem = gate.settle();
    if (problem != null) {
      throw new ServletException(problem);
    }
  }
}

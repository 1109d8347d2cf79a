package dev.cloakroom.it.settings.app;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** How many callers stand before the gate, for everybody to see, and to let one in. */
@WebServlet("/gate")
public class GatePage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient GatedCallers callers;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().print(callers.waiting());
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    callers.letIn();
  }
}

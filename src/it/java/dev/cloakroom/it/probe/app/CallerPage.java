package dev.cloakroom.it.probe.app;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Who is calling, by every view that a servlet has. The same for everybody, and behind a constraint
 * of the {@code web.xml} for callers in the role {@code user}.
 */
@WebServlet({"/caller", "/declared/caller"})
public class CallerPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient CallerView view;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("application/json");
    response.getWriter().print(view.of(request).build());
  }
}

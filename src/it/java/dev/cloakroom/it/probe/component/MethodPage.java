package dev.cloakroom.it.probe.component;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Answers every method. Constraints of the {@code web.xml} guard it: at the first path for whoever
 * is logged in, at the second for administrators who write, at the third for administrators.
 */
@WebServlet({"/any-caller", "/written", "/declared-admin/page"})
public class MethodPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().print(request.getMethod());
  }
}

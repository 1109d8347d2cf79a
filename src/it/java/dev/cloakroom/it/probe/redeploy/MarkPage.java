package dev.cloakroom.it.probe.redeploy;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Leaves the mark, and begins a session of the container. */
@WebServlet("/mark")
public class MarkPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    request.getSession().setAttribute("mark", Mark.LEFT_BEHIND);
    response.getWriter().print(Mark.LEFT_BEHIND);
  }
}

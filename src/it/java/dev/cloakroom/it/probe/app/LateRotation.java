package dev.cloakroom.it.probe.app;

import dev.cloakroom.LoginSession;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Rotates once its response is on the way, and says what came of it. */
@WebServlet("/late-rotation")
public class LateRotation extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient LoginSession session;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.flushBuffer();
    try {
      session.rotate();
      response.getWriter().print("rotated");
    } catch (IllegalStateException refused) {
      response.getWriter().print(refused.getMessage());
    }
  }
}

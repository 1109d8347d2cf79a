package dev.cloakroom.it.crossorigin.app;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A stream of server-sent events, of which there is one; also behind a constraint. */
@WebServlet({"/stream", "/declared/stream"})
public class StreamPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/event-stream");
    response.getWriter().print("data: for " + request.getRemoteUser() + "\n\n");
    response.flushBuffer();
  }
}

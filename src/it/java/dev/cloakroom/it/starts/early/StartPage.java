package dev.cloakroom.it.starts.early;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Is made before the first request, and shows who has used Cloakroom. */
@WebServlet(urlPatterns = "/started", loadOnStartup = 1)
public class StartPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Starts starts;

  @Override
  public void init() {
    starts.note("servlet");
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().write(Starts.seen());
  }
}

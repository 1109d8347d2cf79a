package dev.cloakroom.demo;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;

/** The demo's pages. */
@WebServlet("*.html")
public class PageServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient StrictPage pages = new StrictPage();

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try (InputStream page = getServletContext().getResourceAsStream(request.getServletPath())) {
      if (page == null) {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
      } else {
        pages.send(page, "", response);
      }
    }
  }
}

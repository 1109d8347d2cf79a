package dev.cloakroom.demo;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * A page that tries what any page of another site can try with a visitor of the demo. Asked for by
 * another name of this machine than the demo's it is of another site; by the same name it is the
 * demo's own, and gets all that it asks for. It has no policy of its own, as little as an attacker.
 */
@WebServlet("/hostile")
public class HostilePage extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String PAGE = "/WEB-INF/hostile.html";

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/html;charset=UTF-8");
    try (InputStream page =
        Objects.requireNonNull(getServletContext().getResourceAsStream(PAGE), PAGE)) {
      page.transferTo(response.getOutputStream());
    }
  }
}

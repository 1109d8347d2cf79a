package dev.cloakroom.demo;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A page that reads and writes orders at the demo from another origin, with a switch for each of
 * the four rules that this takes. Asked for by another port or name of this machine than the
 * demo's, it is of another origin.
 */
@WebServlet("/another")
public class AnotherOriginPage extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String PAGE = "/WEB-INF/another.html";
  private static final Pattern ORIGIN = Pattern.compile("https?://[a-z0-9.-]+(:[0-9]{1,5})?");

  private final transient StrictPage pages = new StrictPage();

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String target = Objects.requireNonNullElse(request.getParameter("target"), "");
    if (!ORIGIN.matcher(target).matches()) {
      response.sendError(
          HttpServletResponse.SC_BAD_REQUEST, "Write the demo's origin, as ?target=http://host.");
      return;
    }
    try (InputStream page =
        Objects.requireNonNull(getServletContext().getResourceAsStream(PAGE), PAGE)) {
      pages.send(page, target, response);
    }
  }
}

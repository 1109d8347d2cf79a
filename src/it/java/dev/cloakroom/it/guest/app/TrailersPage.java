package dev.cloakroom.it.guest.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Tells the trailers of a request, in its own trailer, too. */
@WebServlet("/trailers")
public class TrailersPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String body = new String(request.getInputStream().readAllBytes(), UTF_8);
    Map<String, String> trailers = new TreeMap<>(request.getTrailerFields());
    response.setHeader("Trailer", "X-Told");
    response.setTrailerFields(() -> Map.of("X-Told", body));
    response.getOutputStream().print(body + " " + request.isTrailerFieldsReady() + " " + trailers);
    response.flushBuffer();
  }
}

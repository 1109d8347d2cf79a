package dev.cloakroom.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The demo's pages, under a policy by which a browser runs and shows only what a page itself names,
 * by a nonce that nobody can foresee (<a href="https://www.w3.org/TR/CSP3/">CSP 3</a>). It does not
 * ask for HTTPS from now on: who tries the demo has other things on {@code localhost}.
 */
@WebServlet("*.html")
public class PageServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String POLICY =
      "default-src 'none'; script-src 'nonce-%1$s'; style-src 'nonce-%1$s'; img-src 'self';"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final transient SecureRandom random = new SecureRandom();

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try (InputStream page = getServletContext().getResourceAsStream(request.getServletPath())) {
      if (page == null) {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
      } else {
        send(new String(page.readAllBytes(), UTF_8), response);
      }
    }
  }

  /** No cache may keep it: a nonce counts once. */
  private void send(String page, HttpServletResponse response) throws IOException {
    String nonce = nonce();
    response.setHeader("Content-Security-Policy", POLICY.formatted(nonce));
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader("Cache-Control", "no-store");
    response.setContentType("text/html;charset=UTF-8");
    response.getOutputStream().write(page.replace("{nonce}", nonce).getBytes(UTF_8));
  }

  private String nonce() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

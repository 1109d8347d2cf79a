package dev.cloakroom.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Sends pages under a policy by which a browser runs and shows only what a page itself names, by a
 * nonce that nobody can foresee (<a href="https://www.w3.org/TR/CSP3/">CSP 3</a>). It does not ask
 * for HTTPS from now on: who tries the demo has other things on {@code localhost}. Safe for use by
 * several threads.
 */
final class StrictPage {
  private static final String POLICY =
      "default-src 'none'; script-src 'nonce-%1$s'; style-src 'nonce-%1$s'; img-src 'self';"
          + " connect-src 'self'%2$s; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final SecureRandom random = new SecureRandom();

  /**
   * Sends a page, which no cache may keep: a nonce counts once.
   *
   * @param asked the origin that its scripts may ask beside its own; empty for none
   */
  void send(InputStream page, String asked, HttpServletResponse response) throws IOException {
    String nonce = nonce();
    response.setHeader(
        "Content-Security-Policy", POLICY.formatted(nonce, asked.isEmpty() ? "" : " " + asked));
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader("Cache-Control", "no-store");
    response.setContentType("text/html;charset=UTF-8");
    String text = new String(page.readAllBytes(), UTF_8);
    response
        .getOutputStream()
        .write(
            text.replace("{nonce}", nonce)
                .replace("{another-port}", System.getProperty("demo.another-port", ""))
                .getBytes(UTF_8));
  }

  private String nonce() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

package dev.cloakroom.it.guest.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.StringReader;

/** A request that gives a copy of its body as often as it is asked, but as text only. */
class CopiedText extends HttpServletRequestWrapper {
  private final byte[] body;

  CopiedText(HttpServletRequest request, byte[] body) {
    super(request);
    this.body = body.clone();
  }

  @Override
  public BufferedReader getReader() {
    return new BufferedReader(new StringReader(new String(body, UTF_8)));
  }
}

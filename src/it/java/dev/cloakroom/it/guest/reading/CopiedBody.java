package dev.cloakroom.it.guest.reading;

import dev.cloakroom.testing.BytesIn;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;

/** A request that gives a copy of its body as often as it is asked. */
final class CopiedBody extends CopiedText {
  private final byte[] body;

  CopiedBody(HttpServletRequest request, byte[] body) {
    super(request, body);
    this.body = body.clone();
  }

  @Override
  public ServletInputStream getInputStream() {
    return new BytesIn(body);
  }
}

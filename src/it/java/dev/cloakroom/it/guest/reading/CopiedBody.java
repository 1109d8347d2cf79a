package dev.cloakroom.it.guest.reading;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;

/** A request that gives a copy of its body as often as it is asked. */
final class CopiedBody extends CopiedText {
  private final byte[] body;

  CopiedBody(HttpServletRequest request, byte[] body) {
    super(request, body);
    this.body = body.clone();
  }

  @Override
  public ServletInputStream getInputStream() {
    return new Copy(new ByteArrayInputStream(body));
  }

  private static final class Copy extends ServletInputStream {
    private final ByteArrayInputStream bytes;

    Copy(ByteArrayInputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      return bytes.read(into, offset, length);
    }

    @Override
    public boolean isFinished() {
      return bytes.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException();
    }
  }
}

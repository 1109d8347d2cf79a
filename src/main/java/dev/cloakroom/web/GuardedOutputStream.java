package dev.cloakroom.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;

/**
 * A response's stream that has cookies guarded before each write, since any may be the one that
 * sends the headers. To have done it when the stream was taken is not enough: a container may begin
 * its session later, past every wrapper.
 */
final class GuardedOutputStream extends ServletOutputStream {
  private final ServletOutputStream stream;
  private final Runnable guard;

  GuardedOutputStream(ServletOutputStream stream, Runnable guard) {
    this.stream = stream;
    this.guard = guard;
  }

  @Override
  public void write(int octet) throws IOException {
    guard.run();
    stream.write(octet);
  }

  @Override
  public void write(byte[] octets, int offset, int length) throws IOException {
    guard.run();
    stream.write(octets, offset, length);
  }

  @Override
  public void flush() throws IOException {
    guard.run();
    stream.flush();
  }

  @Override
  public void close() throws IOException {
    guard.run();
    stream.close();
  }

  @Override
  public boolean isReady() {
    return stream.isReady();
  }

  @Override
  public void setWriteListener(WriteListener listener) {
    stream.setWriteListener(listener);
  }
}

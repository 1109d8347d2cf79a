package dev.cloakroom.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/**
 * A response's stream that asks a gate before each write, since any may be the one that sends the
 * headers; what the gate does not let through is dropped. To have asked when the stream was taken
 * is not enough: a container may begin its session later, past every wrapper.
 */
final class GuardedOutputStream extends ServletOutputStream {
  private final ServletOutputStream stream;
  private final BooleanSupplier gate;

  GuardedOutputStream(ServletOutputStream stream, BooleanSupplier gate) {
    this.stream = stream;
    this.gate = gate;
  }

  @Override
  public void write(int octet) throws IOException {
    if (gate.getAsBoolean()) {
      stream.write(octet);
    }
  }

  @Override
  public void write(byte[] octets, int offset, int length) throws IOException {
    if (gate.getAsBoolean()) {
      stream.write(octets, offset, length);
    }
  }

  @Override
  public void flush() throws IOException {
    if (gate.getAsBoolean()) {
      stream.flush();
    }
  }

  @Override
  public void close() throws IOException {
    if (gate.getAsBoolean()) {
      stream.close();
    }
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

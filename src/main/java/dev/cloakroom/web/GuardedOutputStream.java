package dev.cloakroom.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/**
 * A response's stream that asks a gate before each write, since any may be the one that sends the
 * headers; what the gate does not let through is dropped. To have asked when the stream was taken
 * is not enough: a container may begin its session later, past every wrapper. Everything is handed
 * on as it came: a container writes text in the response's encoding, and the base class does not.
 */
final class GuardedOutputStream extends ServletOutputStream {
  private final ServletOutputStream stream;
  private final BooleanSupplier gate;

  GuardedOutputStream(ServletOutputStream stream, BooleanSupplier gate) {
    this.stream = stream;
    this.gate = gate;
  }

  /** Whether this is the one of that stream. */
  boolean isOf(ServletOutputStream other) {
    return stream == other;
  }

  @Override
  public void write(int octet) throws IOException {
    if (gate.getAsBoolean()) {
      stream.write(octet);
    }
  }

  @Override
  public void write(byte[] octets) throws IOException {
    if (gate.getAsBoolean()) {
      stream.write(octets);
    }
  }

  @Override
  public void write(byte[] octets, int offset, int length) throws IOException {
    if (gate.getAsBoolean()) {
      stream.write(octets, offset, length);
    }
  }

  @Override
  public void print(String text) throws IOException {
    if (gate.getAsBoolean()) {
      stream.print(text);
    }
  }

  @Override
  public void print(boolean value) throws IOException {
    if (gate.getAsBoolean()) {
      stream.print(value);
    }
  }

  @Override
  public void print(char character) throws IOException {
    if (gate.getAsBoolean()) {
      stream.print(character);
    }
  }

  @Override
  public void print(int value) throws IOException {
    if (gate.getAsBoolean()) {
      stream.print(value);
    }
  }

  @Override
  public void print(long value) throws IOException {
    if (gate.getAsBoolean()) {
      stream.print(value);
    }
  }

  @Override
  public void print(float value) throws IOException {
    if (gate.getAsBoolean()) {
      stream.print(value);
    }
  }

  @Override
  public void print(double value) throws IOException {
    if (gate.getAsBoolean()) {
      stream.print(value);
    }
  }

  @Override
  public void println() throws IOException {
    if (gate.getAsBoolean()) {
      stream.println();
    }
  }

  @Override
  public void println(String text) throws IOException {
    if (gate.getAsBoolean()) {
      stream.println(text);
    }
  }

  @Override
  public void println(boolean value) throws IOException {
    if (gate.getAsBoolean()) {
      stream.println(value);
    }
  }

  @Override
  public void println(char character) throws IOException {
    if (gate.getAsBoolean()) {
      stream.println(character);
    }
  }

  @Override
  public void println(int value) throws IOException {
    if (gate.getAsBoolean()) {
      stream.println(value);
    }
  }

  @Override
  public void println(long value) throws IOException {
    if (gate.getAsBoolean()) {
      stream.println(value);
    }
  }

  @Override
  public void println(float value) throws IOException {
    if (gate.getAsBoolean()) {
      stream.println(value);
    }
  }

  @Override
  public void println(double value) throws IOException {
    if (gate.getAsBoolean()) {
      stream.println(value);
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

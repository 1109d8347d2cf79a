package dev.cloakroom.web;

import java.io.PrintWriter;
import java.util.function.BooleanSupplier;

/** A response's writer that asks a gate before each write; see the stream. */
final class GuardedWriter extends PrintWriter {
  private final BooleanSupplier gate;

  /** The writer itself is written to, so that {@code checkError} still asks it. */
  GuardedWriter(PrintWriter writer, BooleanSupplier gate) {
    super(writer);
    this.gate = gate;
  }

  @Override
  public void write(int character) {
    if (gate.getAsBoolean()) {
      super.write(character);
    }
  }

  @Override
  public void write(char[] characters, int offset, int length) {
    if (gate.getAsBoolean()) {
      super.write(characters, offset, length);
    }
  }

  @Override
  public void write(String text, int offset, int length) {
    if (gate.getAsBoolean()) {
      super.write(text, offset, length);
    }
  }

  @Override
  public void println() {
    if (gate.getAsBoolean()) {
      super.println();
    }
  }

  @Override
  public void flush() {
    if (gate.getAsBoolean()) {
      super.flush();
    }
  }

  @Override
  public void close() {
    if (gate.getAsBoolean()) {
      super.close();
    }
  }
}

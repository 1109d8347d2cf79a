package dev.cloakroom.web;

import java.io.PrintWriter;

/** A response's writer that has cookies guarded before each write; see the stream. */
final class GuardedWriter extends PrintWriter {
  private final Runnable guard;

  /** The writer itself is written to, so that {@code checkError} still asks it. */
  GuardedWriter(PrintWriter writer, Runnable guard) {
    super(writer);
    this.guard = guard;
  }

  @Override
  public void write(int character) {
    guard.run();
    super.write(character);
  }

  @Override
  public void write(char[] characters, int offset, int length) {
    guard.run();
    super.write(characters, offset, length);
  }

  @Override
  public void write(String text, int offset, int length) {
    guard.run();
    super.write(text, offset, length);
  }

  @Override
  public void println() {
    guard.run();
    super.println();
  }

  @Override
  public void flush() {
    guard.run();
    super.flush();
  }

  @Override
  public void close() {
    guard.run();
    super.close();
  }
}

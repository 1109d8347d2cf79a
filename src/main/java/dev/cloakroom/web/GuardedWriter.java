package dev.cloakroom.web;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A response's writer that asks a gate before each write, and hands everything on as it came; see
 * the stream. What the base class has end in one of these methods is left to it: {@code append} and
 * {@code printf}.
 */
final class GuardedWriter extends PrintWriter {
  private final PrintWriter writer;
  private final BooleanSupplier gate;

  /** The base class has the writer, too, so that {@code checkError} asks it. */
  GuardedWriter(PrintWriter writer, BooleanSupplier gate) {
    super(writer);
    this.writer = writer;
    this.gate = gate;
  }

  /** Whether this is the one of that writer. */
  boolean isOf(PrintWriter other) {
    return writer == other;
  }

  @Override
  public void write(int character) {
    if (gate.getAsBoolean()) {
      writer.write(character);
    }
  }

  @Override
  public void write(char[] characters) {
    if (gate.getAsBoolean()) {
      writer.write(characters);
    }
  }

  @Override
  public void write(char[] characters, int offset, int length) {
    if (gate.getAsBoolean()) {
      writer.write(characters, offset, length);
    }
  }

  @Override
  public void write(String text) {
    if (gate.getAsBoolean()) {
      writer.write(text);
    }
  }

  @Override
  public void write(String text, int offset, int length) {
    if (gate.getAsBoolean()) {
      writer.write(text, offset, length);
    }
  }

  @Override
  public void print(boolean value) {
    if (gate.getAsBoolean()) {
      writer.print(value);
    }
  }

  @Override
  public void print(char character) {
    if (gate.getAsBoolean()) {
      writer.print(character);
    }
  }

  @Override
  public void print(int value) {
    if (gate.getAsBoolean()) {
      writer.print(value);
    }
  }

  @Override
  public void print(long value) {
    if (gate.getAsBoolean()) {
      writer.print(value);
    }
  }

  @Override
  public void print(float value) {
    if (gate.getAsBoolean()) {
      writer.print(value);
    }
  }

  @Override
  public void print(double value) {
    if (gate.getAsBoolean()) {
      writer.print(value);
    }
  }

  @Override
  public void print(char[] characters) {
    if (gate.getAsBoolean()) {
      writer.print(characters);
    }
  }

  @Override
  public void print(@Nullable String text) {
    if (gate.getAsBoolean()) {
      writer.print(text);
    }
  }

  @Override
  public void print(@Nullable Object object) {
    if (gate.getAsBoolean()) {
      writer.print(object);
    }
  }

  @Override
  public void println() {
    if (gate.getAsBoolean()) {
      writer.println();
    }
  }

  @Override
  public void println(boolean value) {
    if (gate.getAsBoolean()) {
      writer.println(value);
    }
  }

  @Override
  public void println(char character) {
    if (gate.getAsBoolean()) {
      writer.println(character);
    }
  }

  @Override
  public void println(int value) {
    if (gate.getAsBoolean()) {
      writer.println(value);
    }
  }

  @Override
  public void println(long value) {
    if (gate.getAsBoolean()) {
      writer.println(value);
    }
  }

  @Override
  public void println(float value) {
    if (gate.getAsBoolean()) {
      writer.println(value);
    }
  }

  @Override
  public void println(double value) {
    if (gate.getAsBoolean()) {
      writer.println(value);
    }
  }

  @Override
  public void println(char[] characters) {
    if (gate.getAsBoolean()) {
      writer.println(characters);
    }
  }

  @Override
  public void println(@Nullable String text) {
    if (gate.getAsBoolean()) {
      writer.println(text);
    }
  }

  @Override
  public void println(@Nullable Object object) {
    if (gate.getAsBoolean()) {
      writer.println(object);
    }
  }

  @Override
  public PrintWriter format(String format, @Nullable Object @Nullable ... arguments) {
    if (gate.getAsBoolean()) {
      writer.format(format, arguments);
    }
    return this;
  }

  @Override
  public PrintWriter format(
      @Nullable Locale locale, String format, @Nullable Object @Nullable ... arguments) {
    if (gate.getAsBoolean()) {
      writer.format(locale, format, arguments);
    }
    return this;
  }

  @Override
  public void flush() {
    if (gate.getAsBoolean()) {
      writer.flush();
    }
  }

  @Override
  public void close() {
    if (gate.getAsBoolean()) {
      writer.close();
    }
  }
}

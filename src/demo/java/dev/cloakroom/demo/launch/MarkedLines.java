package dev.cloakroom.demo.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;

/**
 * One of several sources of lines that go to one place: each line goes there as a whole, and says
 * where it comes from. Not thread-safe; the place is shared.
 */
final class MarkedLines extends OutputStream {
  private final PrintStream to;
  private final String mark;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  MarkedLines(PrintStream to, String mark) {
    this.to = to;
    this.mark = mark;
  }

  @Override
  public void write(int next) {
    if (next == '\n') {
      to.print(mark + line.toString(UTF_8) + "\n");
      line.reset();
    } else {
      line.write(next);
    }
  }
}

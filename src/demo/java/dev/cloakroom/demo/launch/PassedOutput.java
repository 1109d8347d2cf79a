package dev.cloakroom.demo.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * What a child process writes, passed on as it comes, with the time of the last of it. The time
 * tells when the child has fallen silent, so that our own lines are the last ones. Thread-safe.
 */
final class PassedOutput {

  private static final int BUFFER_BYTES = 8192;

  private final LongSupplier nanoTime;
  private final AtomicLong lastWritten;

  PassedOutput(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.lastWritten = new AtomicLong(nanoTime.getAsLong());
  }

  /** Passes everything on until the child closes its end, in a daemon thread of its own. */
  void start(InputStream from, OutputStream to) {
    Thread thread = new Thread(() -> pass(from, to), "server-output");
    thread.setDaemon(true);
    thread.start();
  }

  void pass(InputStream from, OutputStream to) {
    byte[] buffer = new byte[BUFFER_BYTES];
    try {
      for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
        lastWritten.set(nanoTime.getAsLong());
        to.write(buffer, 0, count);
        to.flush();
      }
    } catch (IOException broken) {
      throw new UncheckedIOException("The server's output cannot be passed on", broken);
    }
  }

  boolean isSilentFor(Duration duration) {
    return nanoTime.getAsLong() - lastWritten.get() >= duration.toNanos();
  }
}

package dev.cloakroom.demo.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cloakroom.testing.Daemon;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * What a child process writes, passed on as it comes, with the time of the last of it. The time
 * tells when the child has fallen silent, so that our own lines are the last ones. The beginning is
 * kept, too: more than a start takes. Thread-safe.
 */
final class PassedOutput {

  private static final int BUFFER_BYTES = 8192;
  private static final int KEPT_BYTES = 1 << 20;
  private static final Duration LONGEST_END = Duration.ofSeconds(2);

  private final LongSupplier nanoTime;
  private final AtomicLong lastWritten;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

  PassedOutput(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.lastWritten = new AtomicLong(nanoTime.getAsLong());
  }

  /** Passes everything on until the child closes its end, in a daemon thread of its own. */
  void start(InputStream from, OutputStream to) {
    Daemon.start("server-output", () -> pass(from, to));
  }

  void pass(InputStream from, OutputStream to) {
    byte[] buffer = new byte[BUFFER_BYTES];
    try {
      for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
        lastWritten.set(nanoTime.getAsLong());
        keep(buffer, count);
        to.write(buffer, 0, count);
        to.flush();
      }
    } catch (IOException broken) {
      throw new UncheckedIOException("The server's output cannot be passed on", broken);
    } finally {
      ended.countDown();
    }
  }

  private synchronized void keep(byte[] bytes, int count) {
    if (kept.size() < KEPT_BYTES) {
      kept.write(bytes, 0, count);
    }
  }

  /** What has come until now, or the first of it. */
  synchronized String text() {
    return kept.toString(UTF_8);
  }

  /** Waits a moment for the last of it, once the child has ended. */
  void awaitEnd() {
    try {
      boolean unused = ended.await(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  boolean isSilentFor(Duration duration) {
    return nanoTime.getAsLong() - lastWritten.get() >= duration.toNanos();
  }
}

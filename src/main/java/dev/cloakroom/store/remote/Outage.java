package dev.cloakroom.store.remote;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Notices that a store hangs, so that not every request has to wait for it: after some calls in a
 * row ran out of time, one call in a while may try, and the others fail at once. Safe for use by
 * several threads.
 */
final class Outage {
  private static final int TIMEOUTS_IN_A_ROW = 3;
  private static final long BETWEEN_TRIES = Duration.ofMillis(500).toNanos();

  private final LongSupplier nanoTime;
  private final AtomicInteger timeouts = new AtomicInteger();
  private final AtomicLong nextTry = new AtomicLong();

  Outage(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Whether a call may be made now. */
  boolean mayTry() {
    if (timeouts.get() < TIMEOUTS_IN_A_ROW) {
      return true;
    }
    long now = nanoTime.getAsLong();
    long due = nextTry.get();
    return now - due >= 0 && nextTry.compareAndSet(due, now + BETWEEN_TRIES);
  }

  /** A call came back in time, whatever it said. */
  void answered() {
    if (timeouts.get() != 0) {
      timeouts.set(0);
    }
  }

  /** A call ran out of time. */
  void timedOut() {
    nextTry.set(nanoTime.getAsLong() + BETWEEN_TRIES);
    timeouts.incrementAndGet();
  }
}

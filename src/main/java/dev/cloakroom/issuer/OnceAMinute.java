package dev.cloakroom.issuer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** Keeps what anybody can bring about from filling a log. Thread-safe. */
final class OnceAMinute {
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final Clock clock;
  private final AtomicReference<Instant> due = new AtomicReference<>(Instant.MIN);

  OnceAMinute(Clock clock) {
    this.clock = clock;
  }

  /** Whether a minute has passed since this was true; if so, it is not for another one. */
  boolean isDue() {
    Instant now = clock.instant();
    Instant known = due.get();
    return !now.isBefore(known) && due.compareAndSet(known, now.plus(PAUSE));
  }
}

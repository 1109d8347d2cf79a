package dev.cloakroom.testkit.door;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that goes as another does, and can be put forward. Safe for use by several threads. */
final class MovableClock extends Clock {
  private final Clock real;
  private final AtomicReference<Duration> ahead;

  MovableClock(Clock real) {
    this(real, new AtomicReference<>(Duration.ZERO));
  }

  private MovableClock(Clock real, AtomicReference<Duration> ahead) {
    this.real = real;
    this.ahead = ahead;
  }

  /** Puts it forward, not back: no clock of a server goes back while logins live. */
  void elapse(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("Time goes forward only, not by " + time);
    }
    ahead.updateAndGet(before -> before.plus(time));
  }

  /** It goes right again. */
  void reset() {
    ahead.set(Duration.ZERO);
  }

  @Override
  public Instant instant() {
    return real.instant().plus(ahead.get());
  }

  @Override
  public ZoneId getZone() {
    return real.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new MovableClock(real.withZone(zone), ahead);
  }
}

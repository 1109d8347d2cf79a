package dev.cloakroom.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a test moves it. */
public final class ManualClock extends Clock {
  private volatile Instant now;

  /** A clock that stands at a moment. */
  public ManualClock(Instant start) {
    this.now = start;
  }

  /** A clock that stands at noon of some day. */
  public static ManualClock atNoon() {
    return new ManualClock(Instant.parse("2026-11-20T12:00:00Z"));
  }

  /** Moves the clock. */
  public synchronized void advance(Duration by) {
    now = now.plus(by);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}

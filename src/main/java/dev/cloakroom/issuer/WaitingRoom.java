package dev.cloakroom.issuer;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.LongPredicate;

/**
 * Where so many wait at a time: some, who sit, for as long as they have patience; more, who stand,
 * for a moment. Each that waits holds a thread of the server. Thread-safe.
 */
final class WaitingRoom {
  private final Semaphore seats;
  private final Semaphore standing;
  private final long moment;

  /**
   * An empty one.
   *
   * @param moment how long one stands at most
   */
  WaitingRoom(int seats, int standing, Duration moment) {
    this.seats = new Semaphore(seats);
    this.standing = new Semaphore(standing);
    this.moment = moment.toNanos();
  }

  /**
   * Has somebody wait, if there is room.
   *
   * @param patience in nanoseconds
   * @param wait waits for so many nanoseconds at most, and says whether what was waited for has
   *     come
   * @return what that says; not so if there is no room
   */
  boolean hold(long patience, LongPredicate wait) {
    return this.<Boolean, RuntimeException>admit(patience, wait::test).orElse(false);
  }

  /** Something that takes a while. */
  @FunctionalInterface
  interface Work<T, E extends Exception> {
    /** Does it within so many nanoseconds. */
    T within(long nanos) throws E;
  }

  /**
   * Has somebody do what takes a while, if there is room.
   *
   * @param patience in nanoseconds
   * @return what it comes to; empty if there is no room
   */
  <T, E extends Exception> Optional<T> admit(long patience, Work<T, E> work) throws E {
    if (seats.tryAcquire()) {
      return Optional.of(done(seats, patience, work));
    }
    return standing.tryAcquire()
        ? Optional.of(done(standing, Math.min(patience, moment), work))
        : Optional.empty();
  }

  private static <T, E extends Exception> T done(Semaphore place, long nanos, Work<T, E> work)
      throws E {
    try {
      return work.within(nanos);
    } finally {
      place.release();
    }
  }

  int freeSeats() {
    return seats.availablePermits();
  }

  int freeToStand() {
    return standing.availablePermits();
  }
}

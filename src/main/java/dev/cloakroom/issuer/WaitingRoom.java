package dev.cloakroom.issuer;

import java.time.Duration;
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
    return seats.tryAcquire()
        ? held(seats, patience, wait)
        : standing.tryAcquire() && held(standing, Math.min(patience, moment), wait);
  }

  private static boolean held(Semaphore place, long nanos, LongPredicate wait) {
    try {
      return wait.test(nanos);
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

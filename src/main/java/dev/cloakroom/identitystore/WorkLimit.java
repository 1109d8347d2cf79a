package dev.cloakroom.identitystore;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Keeps costly work, such as hashing passwords, from taking all that the server has: so much is
 * done at once, so much more waits for its turn, first come, first served, and the rest is not
 * done. Safe for use by several threads.
 */
public final class WorkLimit {
  private final Semaphore turns;
  private final Semaphore room;
  private final int most;
  private final Duration patience;

  /**
   * Limits work.
   *
   * @param atOnce how much is done at the same time
   * @param waiting how much more may wait
   * @param patience how long
   */
  public WorkLimit(int atOnce, int waiting, Duration patience) {
    this(new Semaphore(atOnce, true), atOnce + waiting, patience);
  }

  private WorkLimit(Semaphore turns, int most, Duration patience) {
    this.turns = turns;
    this.room = new Semaphore(most);
    this.most = most;
    this.patience = patience;
  }

  /**
   * As much room again, for work that waits for the same turns, in the same order: whoever fills
   * this one keeps nobody out of that.
   */
  public WorkLimit beside() {
    return new WorkLimit(turns, most, patience);
  }

  /**
   * Does work on the calling thread, when its turn comes.
   *
   * @return what it gives; empty if it was not done
   */
  public <T> Optional<T> run(Supplier<T> work) {
    if (!room.tryAcquire()) {
      return Optional.empty();
    }
    try {
      return inTurn(work);
    } finally {
      room.release();
    }
  }

  private <T> Optional<T> inTurn(Supplier<T> work) {
    if (!isTurn()) {
      return Optional.empty();
    }
    try {
      return Optional.of(work.get());
    } finally {
      turns.release();
    }
  }

  private boolean isTurn() {
    try {
      return turns.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

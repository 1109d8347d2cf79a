package dev.cloakroom.issuer;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Fetches in the background, once at a time and not too often, and lets some wait for it: not all,
 * since each that waits holds a thread of the server. Thread-safe.
 */
final class OneFetch {
  private static final Duration LONGEST_START = Duration.ofSeconds(12);

  private final Executor threads;
  private final Work work;
  private final Duration longestWait;
  private volatile Running running = new Running(CompletableFuture.completedFuture(null), 0);
  private Instant lastStart = Instant.MIN;
  private volatile Instant nextForUnknown = Instant.MIN;

  /** What is done. */
  interface Work {
    void run();

    /** Hears that it could not begin. */
    void notBegun(Throwable why);
  }

  /**
   * The last fetch.
   *
   * @param begunAt by {@link System#nanoTime}
   */
  private record Running(CompletableFuture<Void> end, long begunAt) {
    boolean isOver() {
      return end.isDone();
    }
  }

  /**
   * Begins nothing yet.
   *
   * @param longestWait for so long one waits at most, and for so long after a fetch began
   */
  OneFetch(Executor threads, Work work, Duration longestWait) {
    this.threads = threads;
    this.work = work;
    this.longestWait = longestWait;
  }

  /** Starts a fetch, unless one is under way or the last one began too short a time ago. */
  synchronized void start(Instant now, Duration between) {
    if (running.isOver() && isOver(lastStart, between, now)) {
      begin(now);
    }
  }

  /** Starts a fetch for a key that is not there; others that were due do not count. */
  void startForUnknown(Instant now) {
    if (!now.isBefore(nextForUnknown)) {
      startForUnknownOnce(now);
    }
  }

  private synchronized void startForUnknownOnce(Instant now) {
    if (running.isOver() && !now.isBefore(nextForUnknown)) {
      Instant before = nextForUnknown;
      nextForUnknown = now.plus(FetchedKeys.BETWEEN_UNKNOWN);
      if (!begin(now)) {
        nextForUnknown = before;
      }
    }
  }

  private static boolean isOver(Instant since, Duration between, Instant now) {
    return since.equals(Instant.MIN) || !now.isBefore(since.plus(between));
  }

  private boolean begin(Instant now) {
    CompletableFuture<Void> begun = new CompletableFuture<>();
    lastStart = now;
    running = new Running(begun, System.nanoTime());
    try {
      threads.execute(() -> run(begun));
      return true;
    } catch (RejectedExecutionException | Error notBegun) {
      // the application ends, or the process has no room for a thread: a later one may try again
      work.notBegun(notBegun);
      begun.complete(null);
      return false;
    }
  }

  private void run(CompletableFuture<Void> begun) {
    try {
      work.run();
    } finally {
      begun.complete(null);
    }
  }

  /** Until when one waits who begins to now, however often: {@link System#nanoTime}. */
  long patience() {
    return System.nanoTime() + longestWait.toNanos();
  }

  /**
   * Whether no fetch is under way, or the one that was is over in time. One that hangs is soon
   * waited for no longer, however many come.
   *
   * @param room who finds no room in it does not wait
   * @param patience until when to wait at most
   */
  boolean await(WaitingRoom room, long patience) {
    Running fetch = running;
    if (fetch.isOver()) {
      return true;
    }
    long left = left(patience, fetch);
    return left > 0 && room.hold(left, nanos -> await(fetch, nanos));
  }

  private long left(long patience, Running fetch) {
    long now = System.nanoTime();
    return Math.min(patience - now, fetch.begunAt() + longestWait.toNanos() - now);
  }

  /** Waits as the start of an application does that needs the keys. */
  void awaitLong() {
    await(running, LONGEST_START.toNanos());
  }

  private static boolean await(Running fetch, long nanos) {
    try {
      fetch.end().get(nanos, TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

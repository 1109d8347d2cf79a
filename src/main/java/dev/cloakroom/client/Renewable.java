package dev.cloakroom.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value that many use and one renews: whoever finds it spent waits for the renewal that runs, or
 * begins it. What is set meanwhile wins over what a renewal brings. Safe for use by several
 * threads; the lock is not held while anything waits.
 */
final class Renewable<T> {
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable T current;
  private @Nullable CompletableFuture<@Nullable T> running;

  Renewable(@Nullable T first) {
    this.current = first;
  }

  @Nullable T get() {
    lock.lock();
    try {
      return current;
    } finally {
      lock.unlock();
    }
  }

  void set(@Nullable T value) {
    lock.lock();
    try {
      current = value;
      running = null;
    } finally {
      lock.unlock();
    }
  }

  /**
   * The value that there is instead of a spent one: another one that is there already, or what a
   * renewal brings.
   *
   * @param spent what was used
   * @param renewal begins one with what was used, and does not wait for it
   */
  CompletionStage<@Nullable T> instead(
      @Nullable T spent, Function<@Nullable T, CompletionStage<@Nullable T>> renewal) {
    CompletableFuture<@Nullable T> mine = new CompletableFuture<>();
    lock.lock();
    try {
      if (current != spent) {
        return CompletableFuture.completedStage(current);
      }
      if (running != null) {
        return running.minimalCompletionStage();
      }
      running = mine;
    } finally {
      lock.unlock();
    }
    begin(spent, renewal).whenComplete((value, failure) -> finish(mine, spent, value, failure));
    return mine.minimalCompletionStage();
  }

  private static <T> CompletionStage<@Nullable T> begin(
      @Nullable T spent, Function<@Nullable T, CompletionStage<@Nullable T>> renewal) {
    try {
      return renewal.apply(spent);
    } catch (Throwable e) {
      return CompletableFuture.failedStage(e);
    }
  }

  private void finish(
      CompletableFuture<@Nullable T> mine,
      @Nullable T spent,
      @Nullable T value,
      @Nullable Throwable failure) {
    T now;
    lock.lock();
    try {
      if (running == mine) {
        running = null;
        current = failure == null && current == spent ? value : current;
      }
      now = current;
    } finally {
      lock.unlock();
    }
    if (failure == null) {
      mine.complete(now);
    } else {
      mine.completeExceptionally(failure);
    }
  }
}

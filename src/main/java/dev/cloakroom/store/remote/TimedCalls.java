package dev.cloakroom.store.remote;

import dev.cloakroom.StoreUnavailableException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Calls of something outside of this process, none of which lasts longer than a budget. They run on
 * threads of their own, so they are also outside of any transaction of the application's. None is
 * ever interrupted: embedded databases close their files for all when that happens to one of their
 * callers. Safe for use by several threads.
 */
final class TimedCalls implements AutoCloseable {
  private final String called;
  private final Duration budget;
  private final ThreadPoolExecutor threads = StoreThreads.newPool();
  private final Outage outage = new Outage(System::nanoTime);

  /**
   * Calls of something.
   *
   * @param called what it is, to begin a sentence with
   * @param budget how long one call may take
   */
  TimedCalls(String called, Duration budget) {
    this.called = called;
    this.budget = budget;
  }

  /**
   * Makes one.
   *
   * @throws StoreUnavailableException if it does not come back in time, or throws that
   */
  <T extends @Nullable Object> T inTime(Callable<T> call) {
    if (!outage.mayTry()) {
      throw unavailable("does not answer", new TimeoutException("the last calls took too long"));
    }
    Future<T> answer = submitted(call);
    try {
      T value = answer.get(budget.toNanos(), TimeUnit.NANOSECONDS);
      outage.answered();
      return value;
    } catch (TimeoutException e) {
      answer.cancel(false);
      outage.timedOut();
      throw unavailable("did not answer within " + budget, e);
    } catch (InterruptedException e) {
      answer.cancel(false);
      Thread.currentThread().interrupt();
      throw unavailable("was not waited for", e);
    } catch (ExecutionException e) {
      outage.answered();
      throw failure(e);
    }
  }

  private <T extends @Nullable Object> Future<T> submitted(Callable<T> call) {
    try {
      return threads.submit(call);
    } catch (RejectedExecutionException e) {
      throw unavailable("has too many calls waiting, or is closed", e);
    }
  }

  private RuntimeException failure(ExecutionException failed) {
    if (failed.getCause() instanceof StoreUnavailableException unavailable) {
      // A new one, whose stack shows who asked as well.
      return new StoreUnavailableException(String.valueOf(unavailable.getMessage()), unavailable);
    }
    return new IllegalStateException(called + " failed.", failed.getCause());
  }

  private StoreUnavailableException unavailable(String what, Exception cause) {
    return new StoreUnavailableException(called + " " + what + ".", cause);
  }

  /** Makes no more calls, not those that wait either. */
  @Override
  public void close() {
    threads.shutdown();
    threads.getQueue().clear();
  }
}

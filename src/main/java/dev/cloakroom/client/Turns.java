package dev.cloakroom.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Logins and logouts of one client, one after the other in the order in which they were asked for:
 * a late answer of an earlier one never undoes a later one. Safe for use by several threads; the
 * lock is not held while anything waits.
 */
final class Turns {
  private final ReentrantLock lock = new ReentrantLock();
  private CompletionStage<?> last = CompletableFuture.completedStage("");

  /**
   * Begins work when all that came before has ended, in whatever way.
   *
   * @param work is told by its argument whether nobody wants its result any more
   */
  <T> CompletableFuture<T> next(Function<BooleanSupplier, CompletionStage<T>> work) {
    CompletableFuture<T> mine = new CompletableFuture<>();
    CompletableFuture<String> ended = new CompletableFuture<>();
    CompletionStage<?> before;
    lock.lock();
    try {
      before = last;
      last = ended;
    } finally {
      lock.unlock();
    }
    before.whenComplete(
        (result, failure) ->
            begin(work, mine::isDone)
                .whenComplete(
                    (value, failed) -> {
                      ended.complete("");
                      finish(mine, value, failed);
                    }));
    return mine;
  }

  private static <T> CompletionStage<T> begin(
      Function<BooleanSupplier, CompletionStage<T>> work, BooleanSupplier unwanted) {
    try {
      return work.apply(unwanted);
    } catch (Throwable e) {
      return CompletableFuture.failedStage(e);
    }
  }

  private static <T> void finish(CompletableFuture<T> mine, T value, @Nullable Throwable failure) {
    if (failure == null) {
      mine.complete(value);
    } else {
      boolean wrapped = failure instanceof CompletionException;
      Throwable cause = wrapped ? failure.getCause() : null;
      mine.completeExceptionally(cause == null ? failure : cause);
    }
  }
}

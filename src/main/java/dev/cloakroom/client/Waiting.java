package dev.cloakroom.client;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Waits for a call, on whatever kind of thread. */
final class Waiting {

  private Waiting() {}

  /**
   * What a call brings.
   *
   * @throws UncheckedIOException if it has failed, or the thread was interrupted, which it then
   *     still is
   */
  static <T> T forIt(CompletableFuture<T> call) {
    try {
      return call.get();
    } catch (InterruptedException e) {
      call.cancel(true);
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(interrupted(e));
    } catch (ExecutionException e) {
      throw unchecked(e.getCause() == null ? e : e.getCause());
    }
  }

  /** What a call fails with whose thread was interrupted. */
  static InterruptedIOException interrupted(InterruptedException cause) {
    InterruptedIOException interrupted = new InterruptedIOException("Interrupted while waiting");
    interrupted.initCause(cause);
    return interrupted;
  }

  private static RuntimeException unchecked(Throwable failure) {
    if (failure instanceof IOException io) {
      return new UncheckedIOException(io);
    }
    if (failure instanceof RefusedException refused) {
      return refused;
    }
    if (failure instanceof Error error) {
      throw error;
    }
    return failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
  }
}

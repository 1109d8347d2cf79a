package dev.cloakroom.client;

import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Waits for the whole of an answer: the JDK's own limit ends with the headers, and a server that
 * falls silent in a body would be waited for without end.
 */
final class WholeAnswer {

  private WholeAnswer() {}

  /**
   * What a call brings within a time; after it the call is cancelled, and a {@link
   * HttpTimeoutException} its failure.
   */
  static <T> CompletionStage<T> within(Duration most, CompletableFuture<T> call) {
    CompletableFuture<T> whole = new CompletableFuture<>();
    CompletionStage<T> sent = call;
    sent.whenComplete(
        (answer, failure) -> {
          if (failure == null) {
            whole.complete(answer);
          } else {
            whole.completeExceptionally(failure);
          }
        });
    CompletionStage<T> limited = whole.orTimeout(most.toMillis() + 1, TimeUnit.MILLISECONDS);
    return limited.exceptionallyCompose(
        failure -> {
          if (failure instanceof TimeoutException) {
            call.cancel(true);
            return CompletableFuture.failedStage(
                new HttpTimeoutException("The answer was not whole within " + most));
          }
          return CompletableFuture.failedStage(failure);
        });
  }
}

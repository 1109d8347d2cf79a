package dev.cloakroom.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * How a refresh is asked for: once, and if its answer is lost once more within 8 seconds, which
 * servers with a grace of 10 take for what it is. Safe for use by several threads.
 */
final class RefreshAttempt {
  private static final Duration REPEATED_WITHIN = Duration.ofSeconds(8);

  private final Clock clock;

  RefreshAttempt(Clock clock) {
    this.clock = clock;
  }

  /** The answer; of two that are lost it fails as the first did, if that may have arrived. */
  CompletionStage<ClientResponse> answer(Supplier<CompletionStage<ClientResponse>> asking) {
    Instant until = clock.instant().plus(REPEATED_WITHIN);
    return asking
        .get()
        .exceptionallyCompose(
            first ->
                cause(first) instanceof IOException && clock.instant().isBefore(until)
                    ? asking.get().exceptionallyCompose(second -> failed(first, second))
                    : failed(first, first));
  }

  private static CompletionStage<ClientResponse> failed(Throwable first, Throwable second) {
    return CompletableFuture.failedStage(mayHaveArrived(first) ? first : second);
  }

  /** Whether the server may have carried out what has no answer. */
  static boolean mayHaveArrived(Throwable failure) {
    Throwable why = cause(failure);
    return why instanceof IOException
        && !(why instanceof ConnectException
            || why instanceof HttpConnectTimeoutException
            || why instanceof SSLHandshakeException
            || why instanceof SSLPeerUnverifiedException);
  }

  static Throwable cause(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : null;
    return cause == null ? failure : cause;
  }
}

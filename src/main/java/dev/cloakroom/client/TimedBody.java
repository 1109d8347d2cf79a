package dev.cloakroom.client;

import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer, which is whole within a time or not there at all. Its methods are called
 * one after the other, as of any subscriber; but for {@link #endsByNow}.
 */
final class TimedBody implements BodySubscriber<byte[]> {
  private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
  private final BodySubscriber<byte[]> bytes;
  private final Duration most;
  private final long end;
  private volatile @Nullable Subscription subscription;

  TimedBody(BodySubscriber<byte[]> bytes, Duration most) {
    this.bytes = bytes;
    this.most = most;
    this.end = System.nanoTime() + TimeUnit.NANOSECONDS.convert(most);
  }

  /** How long it may still take. */
  long nanosLeft() {
    return end - System.nanoTime();
  }

  /** Whether its time is over; nobody waits for it any longer then. */
  boolean endsByNow() {
    if (nanosLeft() > 0) {
      return false;
    }
    whole.completeExceptionally(
        new HttpTimeoutException("The answer was not whole within " + most));
    Subscription running = subscription;
    if (running != null) {
      running.cancel();
    }
    return true;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return whole;
  }

  @Override
  public void onSubscribe(Subscription given) {
    subscription = given;
    if (whole.isDone()) {
      given.cancel();
      return;
    }
    bytes
        .getBody()
        .whenComplete(
            (body, failure) -> {
              if (failure == null) {
                whole.complete(body);
              } else {
                whole.completeExceptionally(failure);
              }
            });
    bytes.onSubscribe(given);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    bytes.onNext(buffers);
  }

  @Override
  public void onError(Throwable failure) {
    bytes.onError(failure);
  }

  @Override
  public void onComplete() {
    bytes.onComplete();
  }
}

package dev.cloakroom.client;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer in memory, which is whole within a time, and no longer than it may be, or
 * not there at all. The JDK is given a subscriber of its own around this one: any other it would
 * ask for the body on another thread. Methods are called one after the other, as those of any
 * subscriber; but for {@link #endsByNow}.
 */
final class TimedBody implements Subscriber<List<ByteBuffer>> {

  /** How long an answer of the endpoints of a login may be. */
  static final long SHORT = 64 * 1024;

  private final List<ByteBuffer> received = new ArrayList<>();
  private final BodySubscriber<byte[]> jdks;
  private final Duration most;
  private final long longest;
  private final long end;
  private long length;
  private volatile boolean over;
  private volatile @Nullable Subscription subscription;

  /**
   * One whose time begins now.
   *
   * @param longest how many bytes it may have
   */
  TimedBody(Duration most, long longest) {
    this.most = most;
    this.longest = longest;
    this.end = System.nanoTime() + TimeUnit.NANOSECONDS.convert(most);
    this.jdks = BodySubscribers.fromSubscriber(this, TimedBody::whole);
  }

  /** What the JDK is to receive it with. */
  BodySubscriber<byte[]> subscriber() {
    return jdks;
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
    fail(new HttpTimeoutException("The answer was not whole within " + most));
    return true;
  }

  private void fail(IOException why) {
    over = true;
    Subscription running = subscription;
    if (running != null) {
      running.cancel();
    }
    jdks.onError(why);
  }

  @Override
  public void onSubscribe(Subscription given) {
    subscription = given;
    if (over) {
      given.cancel();
    } else {
      given.request(Long.MAX_VALUE);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      length += buffer.remaining();
    }
    if (length <= longest) {
      received.addAll(buffers);
    } else if (!over) {
      fail(new IOException("The answer is longer than that of an endpoint of a login"));
    }
  }

  @Override
  public void onError(Throwable failure) {
    over = true;
  }

  @Override
  public void onComplete() {
    over = true;
  }

  private byte[] whole() {
    byte[] bytes = new byte[(int) length];
    ByteBuffer all = ByteBuffer.wrap(bytes);
    received.forEach(all::put);
    return bytes;
  }
}

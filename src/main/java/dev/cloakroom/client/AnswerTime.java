package dev.cloakroom.client;

import java.time.Duration;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How long the whole of an answer is waited for: the JDK's own limit ends with the headers, and a
 * server that falls silent in a body would be waited for without end. All answers have the same
 * time here, so that one timer looks after those that are under way, and an answer wakes no thread
 * for one of its own. Safe for use by several threads.
 */
final class AnswerTime {
  private final Set<TimedBody> underWay = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean watched = new AtomicBoolean();
  private final Duration most;

  AnswerTime(Duration most) {
    this.most = most;
  }

  Duration most() {
    return most;
  }

  /**
   * The body of an answer, whose time begins now.
   *
   * @param longest how many bytes it may have
   */
  TimedBody begin(long longest) {
    TimedBody body = new TimedBody(most, longest);
    underWay.add(body);
    watch(body);
    return body;
  }

  /** It has come, or never will. */
  void end(TimedBody body) {
    underWay.remove(body);
  }

  private void watch(TimedBody body) {
    if (!watched.get() && watched.compareAndSet(false, true)) {
      CompletableFuture.delayedExecutor(body.nanosLeft(), TimeUnit.NANOSECONDS).execute(this::look);
    }
  }

  private void look() {
    watched.set(false);
    underWay.removeIf(TimedBody::endsByNow);
    underWay.stream().min(Comparator.comparingLong(TimedBody::nanosLeft)).ifPresent(this::watch);
  }
}

package dev.cloakroom.it.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Sends so many requests a second, until it is closed. */
final class PacedLoad implements AutoCloseable {
  private static final int CONNECTIONS = 4;

  /** Less is no flood any more. */
  private static final double KEPT_AT_LEAST = 0.9;

  private final ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
  private final List<Future<?>> senders = new ArrayList<>();
  private final AtomicLong sent = new AtomicLong();
  private final int perSecond;
  private volatile boolean closed;

  PacedLoad(URI server, CostCase which, int perSecond) {
    this.perSecond = perSecond;
    long begun = System.nanoTime();
    for (int each = 0; each < CONNECTIONS; each++) {
      senders.add(threads.submit(() -> send(server, which, begun)));
    }
  }

  private Void send(URI server, CostCase which, long begun) throws IOException {
    try (Connection connection = new Connection(server)) {
      while (!closed) {
        long number = sent.getAndIncrement();
        long due = begun + number * TimeUnit.SECONDS.toNanos(1) / perSecond;
        LockSupport.parkNanos(due - System.nanoTime());
        if (connection.send(which.requests().apply(number)) != which.status()) {
          throw new IOException(which.name() + " was answered otherwise");
        }
      }
    }
    return null;
  }

  /** Fails if it could not send as much as it was to, or was answered otherwise than it should. */
  void assertKeptPace(Duration time) {
    assertThat(senders).noneMatch(Future::isDone);
    assertThat(sent.get()).isGreaterThan((long) (KEPT_AT_LEAST * perSecond * time.toSeconds()));
  }

  @Override
  public void close() {
    closed = true;
    threads.shutdown();
    try {
      assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}

package dev.cloakroom.it.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Logs in so many times a second until it is closed, and counts what is answered. */
final class LoginFlood implements AutoCloseable {
  private static final int CONNECTIONS = 32;

  private final ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
  private final AtomicLong sent = new AtomicLong();
  private final Map<Integer, AtomicLong> answers = new ConcurrentHashMap<>();
  private final int perSecond;
  private volatile boolean closed;

  LoginFlood(URI target, byte[] login, int perSecond) {
    this.perSecond = perSecond;
    long begun = System.nanoTime();
    for (int each = 0; each < CONNECTIONS; each++) {
      var unused = threads.submit(() -> send(target, login, begun));
    }
  }

  private Void send(URI target, byte[] login, long begun) throws IOException {
    try (Connection connection = new Connection(target)) {
      while (!closed) {
        long due = begun + sent.getAndIncrement() * TimeUnit.SECONDS.toNanos(1) / perSecond;
        LockSupport.parkNanos(due - System.nanoTime());
        count(connection.send(login));
      }
    } catch (IOException broken) {
      count(-1);
    }
    return null;
  }

  private void count(int status) {
    answers.computeIfAbsent(status, any -> new AtomicLong()).incrementAndGet();
  }

  /** How many there were of each status; of -1, how many got none. */
  Map<Integer, Long> answers() {
    Map<Integer, Long> counted = new TreeMap<>();
    answers.forEach((status, count) -> counted.put(status, count.get()));
    return counted;
  }

  @Override
  public void close() {
    closed = true;
    threads.shutdown();
    try {
      assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}

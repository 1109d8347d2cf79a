package dev.cloakroom.it.cost;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Sends requests over a few connections, each as soon as the one before is answered. */
final class Load implements AutoCloseable {
  /** As many as keep two processors busy without queueing for long. */
  private static final int CONNECTIONS = 8;

  private final ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
  private final AtomicLong numbers = new AtomicLong();
  private final List<Connection> connections = new ArrayList<>();

  Load(URI server) throws IOException {
    for (int each = 0; each < CONNECTIONS; each++) {
      connections.add(new Connection(server));
    }
  }

  /** Runs for a time; gives the number of answers. */
  long run(CostCase which, Duration time) throws Exception {
    long end = System.nanoTime() + time.toNanos();
    List<Callable<Long>> senders = new ArrayList<>();
    for (Connection connection : connections) {
      senders.add(() -> sendUntil(end, which, connection));
    }
    long answers = 0;
    for (Future<Long> sender : threads.invokeAll(senders)) {
      answers += sender.get();
    }
    return answers;
  }

  private long sendUntil(long end, CostCase which, Connection connection) throws IOException {
    long answers = 0;
    while (System.nanoTime() < end) {
      int status = connection.send(which.requests().apply(numbers.getAndIncrement()));
      if (status != which.status()) {
        throw new IOException(which.name() + " was answered by " + status);
      }
      answers++;
    }
    return answers;
  }

  @Override
  public void close() throws IOException {
    threads.shutdownNow();
    for (Connection connection : connections) {
      connection.close();
    }
  }
}

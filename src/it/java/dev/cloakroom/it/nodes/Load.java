package dev.cloakroom.it.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.testing.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Several clients of two servers at once, until it is closed. */
final class Load implements AutoCloseable {
  private static final List<Kind> KINDS =
      List.of(
          VisitingClient::new,
          VisitingClient::new,
          VisitingClient::new,
          RefreshingClient::new,
          RotatingClient::new,
          CarryingClient::new);

  private static final Await LIMIT = Await.atMost(Duration.ofSeconds(30));

  private final Ledger ledger = new Ledger();
  private final List<LoadClient> clients;
  private final List<Future<?>> running = new ArrayList<>();
  private final CountDownLatch stop = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newFixedThreadPool(KINDS.size());

  private interface Kind {
    LoadClient client(SharedApplication shared, Ledger ledger, String name);
  }

  /** Begins, and waits until each client has been served once: a cold server is slow. */
  Load(SharedApplication shared) throws InterruptedException {
    clients = clients(shared, ledger);
    for (LoadClient client : clients) {
      running.add(
          threads.submit(
              () -> {
                client.run(stop);
                return null;
              }));
    }
    awaitServed();
    ledger.startOver();
  }

  /** One or more of each kind, each logged in. */
  static List<LoadClient> clients(SharedApplication shared, Ledger ledger) {
    List<LoadClient> clients = new ArrayList<>();
    for (Kind kind : KINDS) {
      clients.add(kind.client(shared, ledger, "user-load-" + clients.size()));
    }
    return clients;
  }

  Ledger ledger() {
    return ledger;
  }

  /** Waits until each client has been served, from now on. */
  Duration awaitServed() throws InterruptedException {
    long begun = System.nanoTime();
    return awaitEach(client -> client.isServedSince(begun));
  }

  /** Waits until each client has met the failure, from now on. */
  Duration awaitUnserved() throws InterruptedException {
    long begun = System.nanoTime();
    return awaitEach(client -> client.isUnservedSince(begun));
  }

  private Duration awaitEach(Predicate<LoadClient> condition) throws InterruptedException {
    long begun = System.nanoTime();
    assertThat(LIMIT.until(() -> clients.stream().allMatch(condition)))
        .as(ledger.toString())
        .isTrue();
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  /** Waits for requests under way; the ledger is complete then. */
  void finish() throws Exception {
    stop.countDown();
    for (Future<?> client : running) {
      client.get(LIMIT.limit().toSeconds(), TimeUnit.SECONDS);
    }
  }

  @Override
  public void close() {
    stop.countDown();
    threads.shutdownNow();
  }
}

package dev.cloakroom.it.nodes;

import dev.cloakroom.it.nodes.Seen.Asked;
import dev.cloakroom.it.nodes.Seen.Kind;
import dev.cloakroom.it.probe.ProbeClient;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** One client of two servers, on a thread of its own, which does the same again and again. */
abstract class LoadClient {
  private static final long PAUSE_MILLIS = 40;

  /** A server, and where to ask it. */
  record Server(String name, ProbeClient client) {}

  private final Server one;
  private final Server other;
  private final Ledger ledger;
  private int round;
  private volatile long lastServed;
  private volatile long lastUnserved;

  LoadClient(SharedApplication shared, Ledger ledger) {
    this.one = new Server(TwoServers.ONE, shared.one());
    this.other = new Server(TwoServers.OTHER, shared.other());
    this.ledger = ledger;
  }

  /** Does it once, more at the one server than at the other; says whether all of it was done. */
  abstract boolean round(Server here, Server there, int round);

  /** Whether a round began after a moment and was served throughout. */
  boolean isServedSince(long moment) {
    return lastServed - moment > 0;
  }

  /** Whether something it may do was not done after a moment. */
  boolean isUnservedSince(long moment) {
    return lastUnserved - moment > 0;
  }

  /** Goes on until it is told to stop. */
  void run(CountDownLatch stop) throws InterruptedException {
    while (!stop.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
      once();
    }
  }

  /** Does one round. */
  void once() {
    long begun = System.nanoTime();
    boolean served = round % 2 == 0 ? round(one, other, round) : round(other, one, round);
    if (served) {
      lastServed = begun;
    } else {
      lastUnserved = System.nanoTime();
    }
    round++;
  }

  Ledger ledger() {
    return ledger;
  }

  /** A login with a ticket and tokens, which must succeed. */
  ProbeClient loggedIn(String caller) {
    ProbeClient client = one.client().another();
    client.login(caller);
    return client;
  }

  boolean isServed(Server server, String ticket) {
    Seen seen =
        send(
            Kind.GUARDED,
            server,
            client -> GuardedPage.askedBy(client.cookie(ProbeClient.TICKET, ticket)));
    return seen.status() == 200;
  }

  Seen send(Kind kind, Server server, Function<ProbeClient, HttpResponse<String>> request) {
    long begun = System.nanoTime();
    HttpResponse<String> answer = null;
    try {
      answer = request.apply(server.client().another());
    } catch (UncheckedIOException broken) {
      // Nothing was answered; whether that may be is for the test to say.
    }
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    Seen seen = new Seen(new Asked(kind, server.name()), answer, took);
    ledger.add(seen);
    return seen;
  }
}

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
import org.jspecify.annotations.Nullable;

/**
 * One client of two servers, on a thread of its own: asks for a page that is public and for one
 * that is guarded, logs in at the one server and out at the other, again and again.
 */
final class LoadClient {
  private static final long PAUSE_MILLIS = 40;
  private static final String PUBLIC = "auth/.well-known/jwks.json";

  private record Server(String name, ProbeClient client) {}

  private final Server one;
  private final Server other;
  private final Ledger ledger;
  private final String name;
  private final String ticket;
  private volatile long lastServed;
  private volatile long lastUnserved;

  /** A client that is logged in. */
  LoadClient(SharedApplication shared, Ledger ledger, String name) {
    this.one = new Server(TwoServers.ONE, shared.one());
    this.other = new Server(TwoServers.OTHER, shared.other());
    this.ledger = ledger;
    this.name = name;
    one.client().login(name);
    this.ticket = one.client().ticket();
    ledger.promise(ticket, 200);
  }

  /** Whether a round began after a moment and was served throughout. */
  boolean isServedSince(long moment) {
    return lastServed - moment > 0;
  }

  /** Whether its good ticket was not accepted after a moment. */
  boolean isUnservedSince(long moment) {
    return lastUnserved - moment > 0;
  }

  /** Goes on until it is told to stop. */
  void run(CountDownLatch stop) throws InterruptedException {
    for (int round = 0; !stop.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS); round++) {
      long begun = System.nanoTime();
      if (round % 2 == 0 ? round(one, other, round) : round(other, one, round)) {
        lastServed = begun;
      }
    }
  }

  private boolean round(Server here, Server there, int round) {
    send(Kind.PUBLIC, here, client -> client.get(PUBLIC));
    boolean served = isServed(here, ticket);
    served &= isServed(there, ticket);
    String next = login(here, name + "-" + round);
    if (next == null) {
      return false;
    }
    served &= isServed(there, next);
    if (round % 4 < 2) {
      served &= isLoggedOut(there, next);
    }
    return served;
  }

  private boolean isServed(Server server, String shown) {
    Seen seen =
        send(
            Kind.GUARDED,
            server,
            client -> GuardedPage.askedBy(client.cookie(ProbeClient.TICKET, shown)));
    if (seen.status() != 200) {
      lastUnserved = System.nanoTime();
    }
    return seen.status() == 200;
  }

  private @Nullable String login(Server server, String caller) {
    ProbeClient visitor = server.client().another();
    Seen seen = send(Kind.LOGIN, server, ignored -> visitor.login(caller, "pw-" + caller));
    if (seen.status() != 200) {
      return null;
    }
    ledger.promise(visitor.ticket(), 200);
    return visitor.ticket();
  }

  private boolean isLoggedOut(Server server, String shown) {
    ledger.promiseNothing(shown);
    Seen seen =
        send(
            Kind.LOGOUT,
            server,
            client -> client.cookie(ProbeClient.TICKET, shown).post(ProbeClient.LOGOUT));
    if (seen.status() != 200) {
      return false;
    }
    ledger.promise(shown, 401);
    return true;
  }

  private Seen send(Kind kind, Server server, Function<ProbeClient, HttpResponse<String>> request) {
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

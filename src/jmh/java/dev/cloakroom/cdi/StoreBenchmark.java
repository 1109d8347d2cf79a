package dev.cloakroom.cdi;

import dev.cloakroom.benchmark.Wandering;
import dev.cloakroom.session.SessionLookup;
import dev.cloakroom.session.SessionRefusal;
import dev.cloakroom.session.Ticket;
import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.testing.Await;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What a request pays to find its login session by its cookie, wherever the sessions are, among
 * {@value Wandering#SESSIONS}. A touch takes place once in a minute, as in real life; in a short
 * measurement that is not at all, but for {@link Place#REDIS_COLD_AND_TOUCHED}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class StoreBenchmark {
  private static final Await COPIED = Await.atMost(Duration.ofSeconds(60));

  private final String[] tickets = new String[Wandering.SESSIONS];

  /** Where the sessions are. */
  @Param({"MEMORY", "REDIS", "POSTGRES", "REDIS_COLD", "REDIS_COLD_AND_TOUCHED", "POSTGRES_COLD"})
  public Place place = Place.MEMORY;

  // JMH calls open() before anything else.
  @SuppressWarnings("NullAway.Init")
  private MeasuredNode node;

  /** Opens the sessions, and waits until the node keeps copies of them if it should. */
  @Setup
  public void open() throws InterruptedException {
    node = new MeasuredNode(place);
    for (int i = 0; i < tickets.length; i++) {
      tickets[i] = node.browserLogin("caller" + i).ticket().text();
    }
    for (String ticket : tickets) {
      COPIED.until(() -> !place.keepsCopies() || isKept(id(ticket)));
    }
  }

  /** A copy is the same object each time; what a store has read is a new one. */
  @SuppressWarnings("ReferenceEquality")
  private boolean isKept(String id) {
    SessionRecord first = Objects.requireNonNull(node.store.find(id));
    return first == node.store.find(id);
  }

  private static String id(String ticket) {
    return Objects.requireNonNull(Ticket.parse(ticket)).sessionId();
  }

  /** Fails if what was measured is not what was meant: copies that are gone, or are there. */
  @TearDown
  public void close() {
    boolean kept = isKept(id(tickets[0]));
    node.close();
    if (kept != place.keepsCopies()) {
      throw new IllegalStateException(place + (kept ? " has copies" : " has lost its copies"));
    }
  }

  /** A session cookie: its text taken apart, the session found, the secret compared. */
  @Benchmark
  public SessionLookup byTicket(Wandering wandering) {
    Ticket ticket = Objects.requireNonNull(Ticket.parse(tickets[wandering.next()]));
    SessionLookup found = node.resolver.byTicket(ticket);
    if (found instanceof SessionRefusal) {
      throw new IllegalStateException("A live session was refused: " + found);
    }
    return found;
  }
}

package dev.cloakroom.session;

import dev.cloakroom.cdi.MeasuredNode;
import dev.cloakroom.cdi.Place;
import dev.cloakroom.crypto.Secret;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What a login session costs in memory, among few or many others: found by its ticket, found by the
 * id in a verified token, refreshed, given a new ticket, and opened and ended.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SessionBenchmark {
  /** How many others there are. */
  @Param({"100", "10000", "1000000"})
  public int sessions;

  private final MeasuredNode node = new MeasuredNode(Place.MEMORY);

  /** A ticket each, as texts, so that look-ups wander over the whole store. */
  private String[] tickets = {};

  private int next;
  private Ticket rotated = new Ticket("", new Secret(""));
  private String refreshToken = "";

  /** Opens the sessions. */
  @Setup
  public void open() {
    tickets = new String[sessions];
    for (int i = 0; i < sessions; i++) {
      tickets[i] = node.apiLogin("caller" + i / 2).ticket().text();
    }
    OpenedSession opened = node.apiLogin("alice");
    rotated = opened.ticket();
    refreshToken = Objects.requireNonNull(opened.refreshToken());
  }

  private String nextTicket() {
    next = (next + 7919) % sessions;
    return tickets[next];
  }

  /** A session cookie: its text taken apart, the session found, the secret compared. */
  @Benchmark
  public SessionLookup byTicket() {
    return node.resolver.byTicket(Objects.requireNonNull(Ticket.parse(nextTicket())));
  }

  /** An access token that is already verified. */
  @Benchmark
  public SessionLookup byVerifiedId() {
    return node.resolver.byVerifiedId(nextTicket().substring(0, 22));
  }

  /** A refresh token for the next one, without the access token that goes with it. */
  @Benchmark
  public @Nullable RefreshOutcome refresh() {
    RefreshedSession refreshed = (RefreshedSession) node.refreshTokens.exchange(refreshToken);
    refreshToken = refreshed.refreshToken();
    return refreshed;
  }

  /** A new ticket. */
  @Benchmark
  public @Nullable RotatedSession rotate() {
    RotatedSession outcome = Objects.requireNonNull(node.rotation.rotate(rotated));
    rotated = outcome.ticket();
    return outcome;
  }

  /** A login, without the password's check, and its logout, so that the store does not grow. */
  @Benchmark
  public OpenedSession openAndEnd() {
    OpenedSession opened = node.apiLogin("bob");
    node.ender.logOut(opened.session().id());
    return opened;
  }
}

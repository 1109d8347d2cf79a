package dev.cloakroom.session;

import dev.cloakroom.config.Settings;
import dev.cloakroom.crypto.KeyLoader;
import dev.cloakroom.crypto.RandomIds;
import dev.cloakroom.crypto.Secret;
import dev.cloakroom.store.memory.MemorySessionStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What a login session costs in memory among {@value #SESSIONS} others: found by its ticket, found
 * by the id in a verified token, refreshed, given a new ticket, and opened and ended.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SessionBenchmark {
  private static final int SESSIONS = 100_000;

  private final Clock clock = Clock.systemUTC();
  private final RandomIds random = new RandomIds();
  private final Settings settings = Settings.defaults();
  private final SessionEnvironment sessions =
      new SessionEnvironment(new MemorySessionStore(clock), settings.session(), clock, event -> {});
  private final SessionEnder ender = new SessionEnder(sessions);
  private final SessionResolver resolver = new SessionResolver(sessions);
  private final TicketRotation rotation = new TicketRotation(sessions, random);
  private final RefreshTokens refreshTokens =
      new RefreshTokens(
          sessions, ender, KeyLoader.generate().deriveMacKey("refresh"), Duration.ofSeconds(10));
  private final SessionOpener opener =
      new SessionOpener(
          sessions,
          random,
          refreshTokens,
          new SessionOpener.Lifetimes(settings.remember(), settings.refresh()));

  /** A ticket each, as texts, so that look-ups wander over the whole store. */
  private final String[] tickets = new String[SESSIONS];

  private int next;
  private Ticket rotated = new Ticket("", new Secret(""));
  private String refreshToken = "";

  /** Opens the sessions. */
  @Setup
  public void open() {
    for (int i = 0; i < SESSIONS; i++) {
      tickets[i] = open("caller" + i / 2).ticket().text();
    }
    OpenedSession opened = open("alice");
    rotated = opened.ticket();
    refreshToken = Objects.requireNonNull(opened.refreshToken());
  }

  private OpenedSession open(String callerName) {
    NewLogin login = NewLogin.of(callerName, Set.of("user"), clock.instant());
    return (OpenedSession)
        opener.open(login.provenBy(Set.of("pwd")).from("192.0.2.7", "benchmark").withTokens());
  }

  private String nextTicket() {
    next = (next + 7919) % SESSIONS;
    return tickets[next];
  }

  /** A session cookie: its text taken apart, the session found, the secret compared. */
  @Benchmark
  public SessionLookup byTicket() {
    return resolver.byTicket(Objects.requireNonNull(Ticket.parse(nextTicket())));
  }

  /** An access token that is already verified. */
  @Benchmark
  public SessionLookup byVerifiedId() {
    return resolver.byVerifiedId(nextTicket().substring(0, 22));
  }

  /** A refresh token for the next one, without the access token that goes with it. */
  @Benchmark
  public @Nullable RefreshOutcome refresh() {
    RefreshedSession refreshed = (RefreshedSession) refreshTokens.exchange(refreshToken);
    refreshToken = refreshed.refreshToken();
    return refreshed;
  }

  /** A new ticket. */
  @Benchmark
  public @Nullable RotatedSession rotate() {
    RotatedSession outcome = Objects.requireNonNull(rotation.rotate(rotated));
    rotated = outcome.ticket();
    return outcome;
  }

  /** A login, without the password's check, and its logout, so that the store does not grow. */
  @Benchmark
  public OpenedSession openAndEnd() {
    OpenedSession opened = open("bob");
    ender.logOut(opened.session().id());
    return opened;
  }
}

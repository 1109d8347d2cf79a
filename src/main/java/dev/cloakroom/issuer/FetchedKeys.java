package dev.cloakroom.issuer;

import dev.cloakroom.crypto.SignatureAlgorithm;
import dev.cloakroom.issuer.KeyFetch.Fetched;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keys that an issuer publishes. They are fetched again in the background when they are no longer
 * fresh, and when a token names one that is not there; the last ones stay good through an outage.
 *
 * <p>Only who finds no keys, or asks first after hours, waits for a fetch. Thread-safe.
 */
final class FetchedKeys implements IssuerKeys {
  /** Between two fetches for keys that are not there: anybody can make such keys up. */
  static final Duration BETWEEN_UNKNOWN = Duration.ofSeconds(30);

  /** Between two tries where no keys are there, so that no token can be verified. */
  static final Duration BETWEEN_FIRST_TRIES = Duration.ofSeconds(5);

  /** Between two tries where earlier keys serve meanwhile. */
  static final Duration BETWEEN_TRIES = Duration.ofSeconds(30);

  /** So long after they were fetched keys are good that cannot be fetched again. */
  static final Duration LONGEST_OUTAGE = Duration.ofHours(24);

  /** So long keys serve that are not fresh while new ones are fetched, which may take seconds. */
  static final Duration LATENESS = Duration.ofMinutes(1);

  /** So long somebody waits at most for keys that are being fetched. */
  static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

  /** The fetching of what an issuer publishes. */
  interface Source {
    Fetched get() throws UnusableDocumentException;
  }

  /**
   * What is known.
   *
   * @param staleFrom from when on the keys must be fetched again
   * @param goodUntil until when they may serve
   * @param triedAt when the last fetch was over
   * @param hasFailed whether it did
   */
  private record State(
      KeySet keys, Instant staleFrom, Instant goodUntil, Instant triedAt, boolean hasFailed) {
    static final State NONE = none(Instant.MIN, false);

    private static State none(Instant triedAt, boolean hasFailed) {
      return new State(KeySet.EMPTY, Instant.MIN, Instant.MIN, triedAt, hasFailed);
    }

    boolean isStale(Instant now) {
      return !now.isBefore(staleFrom);
    }

    boolean isGood(Instant now) {
      return now.isBefore(goodUntil);
    }

    /** Whether nobody used them for long, so that a key may have been removed meanwhile. */
    boolean isForgotten(Instant now) {
      return now.isAfter(staleFrom.plus(LATENESS)) && now.isAfter(triedAt.plus(LATENESS));
    }

    /** Whether a token may be judged by them at once. */
    boolean isCurrent(Instant now) {
      return isGood(now) && !isForgotten(now);
    }

    /** The same once new ones were waited for; in an outage that is known, also if none came. */
    boolean isUsable(Instant now) {
      return isGood(now) && (hasFailed || !isForgotten(now));
    }

    State failed(Instant now) {
      return new State(keys, staleFrom, goodUntil, now, true);
    }

    /** The same where the issuer has none any more that we use. */
    static State emptied(Instant now) {
      return none(now, true);
    }
  }

  private final FetchLog log;
  private final Source source;
  private final Clock clock;
  private final OneFetch fetch;
  private final WaitingRooms rooms;
  private volatile State state = State.NONE;

  /**
   * Knows none yet.
   *
   * @param rooms those that the issuers share
   */
  FetchedKeys(String name, Source source, Executor threads, Clock clock, WaitingRooms rooms) {
    this(name, source, clock, rooms, work -> new OneFetch(threads, work, LONGEST_WAIT));
  }

  FetchedKeys(
      String name,
      Source source,
      Clock clock,
      WaitingRooms rooms,
      Function<OneFetch.Work, OneFetch> fetching) {
    this.rooms = rooms;
    this.log = new FetchLog(name);
    this.source = source;
    this.clock = clock;
    this.fetch = fetching.apply(new Fetching());
  }

  @Override
  public void start() {
    fetch.start(clock.instant(), BETWEEN_FIRST_TRIES);
  }

  @Override
  public Found find(@Nullable String kid, SignatureAlgorithm algorithm) {
    long patience = fetch.patience();
    State now = current(patience);
    if (!now.isUsable(clock.instant())) {
      return Missing.UNAVAILABLE;
    }
    Optional<ForeignKey> key = now.keys().find(kid, algorithm);
    return key.isPresent() ? new Key(key.get()) : findNew(kid, algorithm, patience);
  }

  /** Looks again once a fetch is over that is under way, and then after one for this key. */
  private Found findNew(@Nullable String kid, SignatureAlgorithm algorithm, long patience) {
    if (!fetch.await(rooms.strangers(), patience)) {
      return Missing.UNAVAILABLE;
    }
    Optional<ForeignKey> key = state.keys().find(kid, algorithm);
    if (key.isPresent()) {
      return new Key(key.get());
    }
    fetch.startForUnknown(clock.instant());
    boolean isOver = fetch.await(rooms.strangers(), patience);
    State now = state;
    return now.keys()
        .find(kid, algorithm)
        .<Found>map(Key::new)
        .orElse(isOver && !now.hasFailed() ? Missing.UNKNOWN : Missing.UNAVAILABLE);
  }

  @Override
  public boolean has(ForeignKey key) {
    State now = due();
    return now.isCurrent(clock.instant()) && now.keys().has(key);
  }

  @Override
  public void doubt() {
    fetch.startForUnknown(clock.instant());
  }

  /** What is known, once a fetch that is due was started and, where that is needed, came back. */
  private State current(long patience) {
    State seen = due();
    Instant now = clock.instant();
    if (!seen.isGood(now) && !seen.hasFailed()) {
      fetch.await(rooms.strangers(), patience);
    } else if (seen.isGood(now) && seen.isForgotten(now)) {
      fetch.await(rooms.acquainted(), patience);
    }
    return state;
  }

  /** What is known, once a fetch that is due was started. */
  private State due() {
    State seen = state;
    Instant now = clock.instant();
    if (!seen.isStale(now)) {
      return seen;
    }
    fetch.start(now, seen.isGood(now) ? BETWEEN_TRIES : BETWEEN_FIRST_TRIES);
    return state;
  }

  /** Whatever happens, an {@link Error} too: a later fetch must be told of it and may succeed. */
  private final class Fetching implements OneFetch.Work {

    @Override
    public void run() {
      try {
        keep(source.get());
      } catch (Throwable e) {
        failed(e, Thread.currentThread().isInterrupted());
      }
    }

    @Override
    public void notBegun(Throwable why) {
      failed(why, why instanceof RejectedExecutionException);
    }

    private void failed(Throwable why, boolean isEnding) {
      State before = state;
      Instant now = clock.instant();
      state = why instanceof NoUsableKeyException ? State.emptied(now) : before.failed(now);
      if (!isEnding) {
        log.failed(why, before.hasFailed());
      }
    }
  }

  private void keep(Fetched fetched) {
    State before = state;
    KeySet keys = fetched.keys().keeping(before.keys());
    Instant now = clock.instant();
    log.fetched(keys, before.keys(), before.hasFailed());
    state = new State(keys, now.plus(fetched.freshFor()), now.plus(LONGEST_OUTAGE), now, false);
  }

  @Override
  public void require() {
    fetch.awaitLong();
    if (state.keys().keys().isEmpty()) {
      throw log.missing();
    }
  }
}

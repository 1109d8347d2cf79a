package dev.cloakroom.issuer;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Where an issuer is asked about its tokens, as its discovery document says. Looked for in the
 * background, and again when that is no longer fresh; what was found last stays through an outage.
 * Thread-safe.
 */
final class DiscoveredAddress implements QuestionAddress {

  /** The looking up. */
  interface Source {
    Discovery.Found get() throws UnusableDocumentException;
  }

  /**
   * What is known.
   *
   * @param address null where it was never found
   * @param problem why not
   */
  private record State(
      @Nullable URI address, Instant staleFrom, UnusableDocumentException problem) {}

  private final Source source;
  private final Clock clock;
  private final OneFetch fetch;
  private volatile State state;

  /**
   * Knows none yet.
   *
   * @param issuer whose it is
   */
  DiscoveredAddress(URI issuer, Source source, Executor threads, Clock clock) {
    this.source = source;
    this.clock = clock;
    this.fetch = new OneFetch(threads, new Finding(issuer), FetchedKeys.LONGEST_WAIT);
    this.state =
        new State(
            null, Instant.MIN, new UnusableDocumentException(issuer, "it was not there in time"));
  }

  @Override
  public void start() {
    fetch.start(clock.instant(), FetchedKeys.BETWEEN_FIRST_TRIES);
  }

  @Override
  public URI find(WaitingRoom room) throws UnusableDocumentException {
    State known = state;
    Instant now = clock.instant();
    if (!now.isBefore(known.staleFrom())) {
      fetch.start(
          now,
          known.address() == null ? FetchedKeys.BETWEEN_FIRST_TRIES : FetchedKeys.BETWEEN_TRIES);
      if (known.address() == null) {
        fetch.await(room, fetch.patience());
      }
      known = state;
    }
    if (known.address() == null) {
      throw known.problem();
    }
    return known.address();
  }

  /** Keeps what was known where nothing new is found. */
  private final class Finding implements OneFetch.Work {
    private final URI issuer;

    Finding(URI issuer) {
      this.issuer = issuer;
    }

    @Override
    public void run() {
      try {
        Discovery.Found found = source.get();
        Instant staleFrom = clock.instant().plus(found.freshFor());
        state = new State(found.address(), staleFrom, state.problem());
      } catch (UnusableDocumentException e) {
        failed(e);
      }
    }

    @Override
    public void notBegun(Throwable why) {
      failed(new UnusableDocumentException(issuer, why.toString()));
    }

    private void failed(UnusableDocumentException problem) {
      state = new State(state.address(), state.staleFrom(), problem);
    }
  }
}

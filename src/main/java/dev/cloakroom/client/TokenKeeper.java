package dev.cloakroom.client;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one client, renewed before they end. However many calls need a new access token,
 * one refresh gets it: a refresh token that is used twice is taken for stolen. A refresh whose
 * answer is lost is repeated once within 8 seconds, which servers with a grace of 10 take for what
 * it is. Only an answer that says so ends a refresh token; after any other there is none for a
 * while. Safe for use by several threads.
 */
final class TokenKeeper {
  private static final Duration EARLY = Duration.ofSeconds(30);
  private static final Duration QUIET = Duration.ofSeconds(5);
  private static final Duration LONGEST_QUIET = Duration.ofMinutes(1);
  private static final Duration REPEATED_WITHIN = Duration.ofSeconds(8);

  private final ReentrantLock saving = new ReentrantLock();
  private final AtomicInteger generation = new AtomicInteger();
  private final Renewable<Tokens> tokens;
  private final TokenStore store;
  private final Clock clock;
  private volatile @Nullable Tokens saved;
  private volatile Duration early = EARLY;
  private volatile Instant quietUntil = Instant.MIN;
  private volatile Bought bought = Bought.NOTHING;
  private volatile @Nullable Failure failed;

  TokenKeeper(TokenStore store, @Nullable Tokens first, Clock clock) {
    this.store = store;
    this.clock = clock;
    Tokens kept = store.load().orElse(first);
    this.saved = kept;
    this.tokens = new Renewable<>(kept);
  }

  /** Why the last refresh of a login has brought nothing. */
  private record Failure(int generation, Throwable why) {}

  /** Buys new tokens for a refresh token. */
  @FunctionalInterface
  interface Exchange {
    CompletionStage<ClientResponse> with(String refreshToken);
  }

  /** What the last refresh has brought, and until when that is new. */
  private record Bought(@Nullable String accessToken, Instant until) {
    static final Bought NOTHING = new Bought(null, Instant.MIN);

    boolean isNew(Tokens tokens, Instant now) {
      return now.isBefore(until) && Objects.equals(accessToken, tokens.accessToken());
    }
  }

  @Nullable Tokens get() {
    return tokens.get();
  }

  /** Counts the logins: what was begun in one is not repeated in another. */
  int generation() {
    return generation.get();
  }

  /**
   * The tokens to show, renewed if their time is nearly over; null for none. It fails if there
   * should be some and cannot be: nothing is sent as nobody that was meant to be somebody's.
   */
  CompletionStage<@Nullable Tokens> current(Exchange exchange) {
    try {
      save();
    } catch (RuntimeException e) {
      return CompletableFuture.failedStage(e);
    }
    Tokens held = tokens.get();
    Instant now = clock.instant();
    if (held == null || held.isGoodFor(early, now) || !canRenew(held, now)) {
      return usable(held);
    }
    return instead(held, exchange)
        .exceptionallyCompose(
            failure ->
                held.isGoodFor(Duration.ZERO, now) && held.equals(tokens.get())
                    ? CompletableFuture.completedFuture(held)
                    : CompletableFuture.failedStage(failure))
        .thenCompose(this::usable);
  }

  private CompletionStage<@Nullable Tokens> usable(@Nullable Tokens held) {
    Failure last = failed;
    boolean isNone = held == null || held.accessToken() == null;
    return isNone && last != null && last.generation() == generation.get()
        ? CompletableFuture.failedStage(last.why())
        : CompletableFuture.completedFuture(held);
  }

  private boolean canRenew(Tokens held, Instant now) {
    return held.refreshToken() != null && !now.isBefore(quietUntil);
  }

  /**
   * The tokens after those that a server has refused: the same ones if there are no others. Those
   * that were bought just now are not replaced: it is not for them that it refuses.
   */
  CompletionStage<@Nullable Tokens> after(Tokens refused, Exchange exchange) {
    Instant now = clock.instant();
    return canRenew(refused, now) && !bought.isNew(refused, now)
        ? instead(refused, exchange)
        : CompletableFuture.completedFuture(tokens.get());
  }

  private CompletionStage<@Nullable Tokens> instead(Tokens spent, Exchange exchange) {
    return tokens
        .instead(spent, held -> held == null ? noTokens() : renewed(held, exchange))
        .thenApply(
            now -> {
              save();
              return now;
            });
  }

  private static CompletionStage<@Nullable Tokens> noTokens() {
    return CompletableFuture.completedFuture(null);
  }

  private CompletionStage<@Nullable Tokens> renewed(Tokens held, Exchange exchange) {
    String refreshToken = held.refreshToken();
    if (refreshToken == null) {
      return CompletableFuture.completedFuture(held);
    }
    Supplier<CompletionStage<ClientResponse>> attempt = () -> exchange.with(refreshToken);
    int login = generation.get();
    Instant asked = clock.instant();
    return attempt
        .get()
        .exceptionallyCompose(
            failure ->
                cause(failure) instanceof IOException && mayRepeat(asked)
                    ? attempt.get()
                    : CompletableFuture.failedStage(failure))
        .whenComplete(
            (answer, failure) -> {
              if (failure != null) {
                failed = new Failure(login, cause(failure));
                quietUntil = clock.instant().plus(QUIET);
              }
            })
        .thenApply(answer -> read(answer, held, asked, login));
  }

  private boolean mayRepeat(Instant asked) {
    return clock.instant().isBefore(asked.plus(REPEATED_WITHIN));
  }

  private static Throwable cause(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : null;
    return cause == null ? failure : cause;
  }

  private @Nullable Tokens read(ClientResponse answer, Tokens held, Instant asked, int login) {
    Tokens renewed = answer.isOk() ? read(answer, asked) : null;
    if (renewed != null) {
      failed = null;
      bought = new Bought(renewed.accessToken(), clock.instant().plus(early));
      return keepingRefresh(renewed, held);
    }
    failed = new Failure(login, RefusedException.ofRefresh(answer));
    if (TokenAnswer.endsRefreshing(answer)) {
      return held.withoutRefresh();
    }
    Duration wait = answer.retryAfter().orElse(QUIET);
    quietUntil = clock.instant().plus(wait.compareTo(LONGEST_QUIET) < 0 ? wait : LONGEST_QUIET);
    return held;
  }

  /** A server that does not rotate refresh tokens names none (RFC 6749 §6). */
  private static Tokens keepingRefresh(Tokens renewed, Tokens held) {
    return renewed.refreshToken() == null
        ? new Tokens(renewed.accessToken(), held.refreshToken(), renewed.endsAt())
        : renewed;
  }

  /** The tokens in an answer; null if there is no access token in it. */
  @Nullable Tokens read(ClientResponse answer, Instant asked) {
    Tokens read = TokenAnswer.tokens(answer, asked);
    if (read != null && read.endsAt() != null) {
      Duration share = Duration.between(asked, read.endsAt()).dividedBy(4);
      early = share.compareTo(EARLY) < 0 ? share : EARLY;
    }
    return read;
  }

  /** Takes those of a new login; null for none. They are not saved yet. */
  void set(@Nullable Tokens given) {
    generation.incrementAndGet();
    tokens.set(given);
    quietUntil = Instant.MIN;
  }

  /**
   * Saves what is there now, in whatever order it came, unless it is saved. If the store fails, the
   * next call tries again.
   */
  void save() {
    if (Objects.equals(tokens.get(), saved)) {
      return;
    }
    saving.lock();
    try {
      Tokens now = tokens.get();
      if (!Objects.equals(now, saved)) {
        if (now == null) {
          store.clear();
        } else {
          store.save(now);
        }
        saved = now;
      }
    } finally {
      saving.unlock();
    }
  }
}

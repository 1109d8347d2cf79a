package dev.cloakroom.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one client, renewed before they end. However many calls need a new access token,
 * one refresh gets it: a refresh token that is used twice is taken for stolen. Only an answer that
 * says so ends a refresh token, and no answer at all where the login goes on without; after any
 * other there is none for a while. Safe for use by several threads.
 */
final class TokenKeeper {
  private static final Duration EARLY = Duration.ofSeconds(30);
  private static final Duration QUIET = Duration.ofSeconds(5);
  private static final Duration LONGEST_QUIET = Duration.ofMinutes(1);

  private final AtomicInteger logins = new AtomicInteger();
  private final Renewable<Tokens> tokens;
  private final SavedTokens saved;
  private final Clock clock;
  private final RefreshAttempt attempt;
  private final BooleanSupplier goesOnOtherwise;
  private final AtomicReference<Setback> setback = new AtomicReference<>(Setback.NONE);
  private volatile Duration early = EARLY;
  private volatile Bought bought = Bought.NOTHING;
  private volatile Instant newest = Instant.MIN;

  /**
   * Keeps them in a store.
   *
   * @param first null for none
   * @param goesOnOtherwise whether the login is shown without tokens, too
   */
  TokenKeeper(
      TokenStore store, @Nullable Tokens first, Clock clock, BooleanSupplier goesOnOtherwise) {
    this.clock = clock;
    this.attempt = new RefreshAttempt(clock);
    this.goesOnOtherwise = goesOnOtherwise;
    Tokens kept = store.load().orElse(first);
    this.saved = new SavedTokens(store, kept);
    this.tokens = new Renewable<>(kept);
  }

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

  /** The login that there is now, or none. */
  Epoch login() {
    return Epoch.now(logins);
  }

  /** What a login may go on by that a server refuses to end. */
  LogoutAnswer.Left left() {
    Tokens held = tokens.get();
    if (held != null && held.refreshToken() != null) {
      return LogoutAnswer.Left.REFRESH_TOKEN;
    }
    Setback last = setback();
    boolean ended = last.isFinal() && last.epoch() == logins.get();
    return ended && !goesOnOtherwise.getAsBoolean()
        ? LogoutAnswer.Left.NOTHING
        : LogoutAnswer.Left.SHOWN;
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
    Setback last = setback();
    Throwable why = last.epoch() == logins.get() ? last.why() : null;
    boolean isNone = held == null || held.accessToken() == null;
    return isNone && why != null
        ? CompletableFuture.failedStage(why)
        : CompletableFuture.completedFuture(held);
  }

  private boolean canRenew(Tokens held, Instant now) {
    return held.refreshToken() != null && !setback().hinders(held, now);
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
    int login = logins.get();
    Instant asked = clock.instant();
    return attempt
        .answer(() -> exchange.with(refreshToken))
        .handle(
            (answer, failure) ->
                failure == null
                    ? read(answer, held, asked, login)
                    : unanswered(held, RefreshAttempt.cause(failure), login));
  }

  /**
   * To show a refresh token later that may have been used is what a thief does, and ends the whole
   * login: where that goes on otherwise, the token is dropped.
   */
  private @Nullable Tokens unanswered(Tokens held, Throwable why, int login) {
    note(new Setback(login, held.refreshToken(), why, clock.instant().plus(QUIET), false));
    if (RefreshAttempt.mayHaveArrived(why) && goesOnOtherwise.getAsBoolean()) {
      return held.withoutRefresh();
    }
    throw new CompletionException(why);
  }

  private Setback setback() {
    return Objects.requireNonNull(setback.get());
  }

  private void note(Setback told) {
    setback.accumulateAndGet(told, Setback::later);
  }

  private @Nullable Tokens read(ClientResponse answer, Tokens held, Instant asked, int login) {
    if (logins.get() != login) {
      return held;
    }
    Tokens renewed = answer.isOk() ? read(answer, asked) : null;
    if (renewed != null) {
      bought = new Bought(renewed.accessToken(), clock.instant().plus(early));
      newest = answer.received();
      return keepingRefresh(renewed, held);
    }
    RefusedException why = RefusedException.ofRefresh(answer);
    if (TokenAnswer.endsRefreshing(answer)) {
      note(new Setback(login, held.refreshToken(), why, Instant.MAX, true));
      return held.withoutRefresh();
    }
    Duration wait = answer.retryAfter().orElse(QUIET);
    Duration quiet = wait.compareTo(LONGEST_QUIET) < 0 ? wait : LONGEST_QUIET;
    note(new Setback(login, held.refreshToken(), why, clock.instant().plus(quiet), false));
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
    logins.incrementAndGet();
    newest = Instant.MIN;
    tokens.set(given);
  }

  /**
   * Takes others of the same login, unless there are newer ones already; a refresh that is under
   * way is forgotten, and one that has failed was of other tokens.
   */
  void replace(Tokens given, Instant received) {
    if (received.isBefore(newest)) {
      return;
    }
    newest = received;
    setback.set(Setback.NONE);
    tokens.set(given);
  }

  /** Saves what is there now, unless it is saved. */
  void save() {
    saved.save(tokens::get);
  }
}

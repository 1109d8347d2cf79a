package dev.cloakroom.issuer;

import dev.cloakroom.crypto.Base64Url;
import dev.cloakroom.crypto.SecretHash;
import dev.cloakroom.issuer.AskedIssuer.Active;
import dev.cloakroom.issuer.AskedIssuer.NotActive;
import dev.cloakroom.issuer.AskedIssuer.Reply;
import dev.cloakroom.issuer.ClaimRules.TimedToken;
import dev.cloakroom.token.RejectedToken.Reason;
import dev.cloakroom.token.TokenCache;
import dev.cloakroom.token.TokenWeight;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Tokens whose issuers are asked about them. An answer counts for a while; of several requests with
 * one token, one asks. Only so many ask at a time, and who comes with a token that was good before
 * has places of their own: whoever makes tokens up takes none of those, nor room in the memory of
 * good ones. Thread-safe.
 */
final class AskedTokens {
  private static final Refused INVALID = new Refused(Reason.INVALID);

  /** So long nobody is asked again about a token that is none. */
  static final Duration INACTIVE_FOR = Duration.ofSeconds(10);

  /** So long a token is known whose time is over: nobody is asked about it, and it is told so. */
  private static final Duration OVER_FOR = Duration.ofMinutes(1);

  /** Some fifteen hundred tokens that are none. */
  private static final long BYTES_OF_INACTIVE = 2L * 1024 * 1024;

  private static final Duration MOMENT = Duration.ofSeconds(1);
  private static final int SEATS = 8;
  private static final int STANDING = 24;

  private final Map<String, AskedIssuer> issuers;
  private final @Nullable AskedIssuer forOpaque;
  private final Clock clock;
  private final TokenCache<Answered> active;
  private final TokenCache<Instant> inactive;
  private final WaitingRoom strangers = new WaitingRoom(SEATS, STANDING, MOMENT);
  private final WaitingRoom acquainted = new WaitingRoom(SEATS, STANDING, MOMENT);
  private final ConcurrentHashMap<String, CompletableFuture<Outcome>> underWay =
      new ConcurrentHashMap<>();

  /**
   * Has asked about none yet.
   *
   * @param issuers all that are asked, by who they say they are
   * @param maximumBytes how much memory good tokens take at most, about
   */
  AskedTokens(Map<String, AskedIssuer> issuers, Clock clock, long maximumBytes) {
    this.issuers = Map.copyOf(issuers);
    this.forOpaque =
        issuers.values().stream().filter(AskedIssuer::isForOpaque).findFirst().orElse(null);
    this.clock = clock;
    this.active =
        new TokenCache<>(
            clock,
            maximumBytes,
            answered -> answered.timed().until().plus(OVER_FOR),
            (text, answered) -> TokenWeight.of(text, answered.timed().token().claims()));
    this.inactive = new TokenCache<>(clock, BYTES_OF_INACTIVE, until -> until);
  }

  /**
   * What an issuer has said of a good token.
   *
   * @param counts until when its word does
   * @param asksFrom when one asks again, before many have to
   * @param isAsked whether one does
   */
  private record Answered(
      TimedToken timed, Instant counts, Instant asksFrom, AtomicBoolean isAsked) {

    static Answered at(Instant now, TimedToken timed, Duration cachedFor) {
      Instant asksFrom = now.plus(cachedFor.multipliedBy(2).dividedBy(3));
      return new Answered(timed, now.plus(cachedFor), asksFrom, new AtomicBoolean());
    }

    /** Whether whoever asks this is the one to ask the issuer, ahead of time. */
    boolean isMineToAsk(Instant now) {
      return !now.isBefore(asksFrom)
          && now.isBefore(timed.until())
          && !isAsked.get()
          && isAsked.compareAndSet(false, true);
    }

    /** Whether nobody needs to be asked: it said so lately, or the token's time is over. */
    boolean isCertain(Instant now) {
      return now.isBefore(counts) || !now.isBefore(timed.until());
    }
  }

  boolean isEmpty() {
    return issuers.isEmpty();
  }

  void start() {
    issuers.values().forEach(AskedIssuer::start);
  }

  boolean isForeignName(String callerName) {
    return issuers.values().stream().anyMatch(issuer -> issuer.isForeignName(callerName));
  }

  /** The issuer of that name, if it is one that is asked. */
  Optional<AskedIssuer> named(String issuer) {
    return Optional.ofNullable(issuers.get(issuer));
  }

  /** The one that is asked about tokens that do not say whose they are. */
  Optional<AskedIssuer> forOpaque() {
    return Optional.ofNullable(forOpaque);
  }

  /** What is known of a good token without asking anybody; null if somebody must be asked. */
  @Nullable Outcome known(String text) {
    if (issuers.isEmpty()) {
      return null;
    }
    Answered before = active.find(text);
    Instant now = clock.instant();
    return before != null && before.isCertain(now) && !before.isMineToAsk(now)
        ? before.timed().at(now)
        : null;
  }

  /**
   * What a token comes to; may wait 2 seconds for the answer of its issuer.
   *
   * @param isTaken whether a caller's name is one that only callers of another issuer have
   */
  Outcome find(String text, AskedIssuer issuer, Predicate<String> isTaken) {
    if (text.length() > JwsToken.MAX_LENGTH || isInactive(text)) {
      return INVALID;
    }
    Answered before = active.find(text);
    WaitingRoom room = before == null ? strangers : acquainted;
    CompletableFuture<Outcome> mine = new CompletableFuture<>();
    CompletableFuture<Outcome> other = underWay.putIfAbsent(text, mine);
    if (other != null) {
      return joined(other, room).orElseGet(issuer::unavailable);
    }
    Outcome outcome = issuer.unavailable();
    try {
      outcome = asked(text, issuer, before, isTaken);
      return outcome;
    } finally {
      underWay.remove(text, mine);
      mine.complete(outcome);
    }
  }

  private boolean isInactive(String text) {
    Instant until = inactive.find(hash(text));
    return until != null && clock.instant().isBefore(until);
  }

  /** However long the text is: who makes tokens up makes long ones. */
  private static String hash(String text) {
    return Base64Url.encode(SecretHash.of(text).toBytes());
  }

  private static Optional<Outcome> joined(CompletableFuture<Outcome> other, WaitingRoom room) {
    return room.<Optional<Outcome>, RuntimeException>admit(
            FetchedKeys.LONGEST_WAIT.toNanos(), nanos -> within(nanos, other))
        .flatMap(outcome -> outcome);
  }

  private static Optional<Outcome> within(long nanos, CompletableFuture<Outcome> other) {
    try {
      return Optional.of(other.get(nanos, TimeUnit.NANOSECONDS));
    } catch (TimeoutException | ExecutionException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private Outcome asked(
      String text, AskedIssuer issuer, @Nullable Answered before, Predicate<String> isTaken) {
    Answered meanwhile = active.find(text);
    Instant now = clock.instant();
    if (meanwhile != null && !meanwhile.equals(before) && meanwhile.isCertain(now)) {
      return meanwhile.timed().at(now);
    }
    Reply reply = issuer.ask(text, before == null ? strangers : acquainted);
    if (reply == NotActive.UNAVAILABLE) {
      return before != null && before.isCertain(now)
          ? before.timed().at(now)
          : issuer.unavailable();
    }
    if (reply instanceof Active good && !isOfAnother(good.timed(), issuer, isTaken)) {
      active.keep(text, Answered.at(now, good.timed(), issuer.cachedFor()));
      return good.timed().at(clock.instant());
    }
    active.forget(text);
    inactive.keep(hash(text), clock.instant().plus(INACTIVE_FOR));
    return INVALID;
  }

  private static boolean isOfAnother(
      TimedToken timed, AskedIssuer issuer, Predicate<String> isTaken) {
    String name = timed.token().callerName();
    return !issuer.isForeignName(name) && isTaken.test(name);
  }

  /** How many good tokens are remembered. */
  long size() {
    return active.size();
  }
}

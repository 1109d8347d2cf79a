package dev.cloakroom.session;

import dev.cloakroom.crypto.Base64Url;
import dev.cloakroom.crypto.SecretHash;
import dev.cloakroom.event.EndReason;
import dev.cloakroom.event.LoggedOut;
import dev.cloakroom.event.LoginSessionEnded;
import dev.cloakroom.store.Revocations;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Ends tokens of other issuers before their time, on all nodes: one by its issuer and its own id,
 * all of a caller, or all that there are, each up to a moment. By a token's text or hash none is
 * ended: the same token can be written in several ways. Safe for use by several threads.
 */
public final class TokenRevocations {
  /** So long a token can be shown after its time, where clocks differ as much as they may. */
  private static final Duration LONGEST_SKEW = Duration.ofMinutes(10);

  /** No token is taken for longer, and none of a caller or of all that is older is shown again. */
  private static final Duration LONGEST_TOKEN = Duration.ofDays(400);

  private static final String ALL = Revocations.PREFIX + "all";

  private final SessionEnvironment sessions;
  private final Predicate<String> mayBeForeign;

  /** Ends them in the store of these sessions, whatever the names of their callers. */
  public TokenRevocations(SessionEnvironment sessions) {
    this(sessions, name -> true);
  }

  /**
   * Ends them in the store of these sessions.
   *
   * @param mayBeForeign whether a caller of that name can have tokens of other issuers
   */
  public TokenRevocations(SessionEnvironment sessions, Predicate<String> mayBeForeign) {
    this.sessions = sessions;
    this.mayBeForeign = mayBeForeign;
  }

  /** Under which keys a token may be over. */
  List<String> keys(ForeignLogin login) {
    List<String> keys = new ArrayList<>(List.of(ALL, ofCaller(login.callerName())));
    String id = login.credential().id();
    if (id != null) {
      keys.add(ofToken(login.credential().issuer(), id));
    }
    return List.copyOf(keys);
  }

  /**
   * Whether a token is over that has some keys, or so old that what ended it may be forgotten.
   *
   * @throws dev.cloakroom.StoreUnavailableException if that is not known here, and the store failed
   */
  boolean isOver(List<String> keys, Instant issuedAt) {
    if (issuedAt.isBefore(sessions.clock().instant().minus(LONGEST_TOKEN))) {
      return true;
    }
    for (Instant moment : sessions.store().revocations().of(keys)) {
      if (!issuedAt.isAfter(moment)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Ends one token.
   *
   * @param expiresAt when its own time is over
   */
  void endToken(String issuer, String tokenId, Instant expiresAt) {
    Instant now = sessions.clock().instant();
    Instant until = earlier(expiresAt, now.plus(LONGEST_TOKEN)).plus(LONGEST_SKEW);
    if (now.isBefore(until)) {
      sessions.store().revocations().revoke(ofToken(issuer, tokenId), until, until);
    }
  }

  /** Ends the token of a login at its caller's own wish. */
  void logOut(ForeignLogin login, String tokenId) {
    ForeignLogin.Credential token = login.credential();
    endToken(token.issuer(), tokenId, token.expiresAt());
    Instant now = sessions.clock().instant();
    sessions
        .events()
        .accept(new LoginSessionEnded(login.id(), login.callerName(), EndReason.LOGGED_OUT, now));
    sessions.events().accept(new LoggedOut(login.id(), login.callerName(), now));
  }

  /** Ends all tokens of a caller that were issued up to now. */
  void endAll(String callerName, Instant now) {
    if (mayBeForeign.test(callerName)) {
      sessions.store().revocations().revoke(ofCaller(callerName), now, now.plus(LONGEST_TOKEN));
    }
  }

  /** Ends all tokens that were issued before a moment, none of those to come. */
  void endBefore(Instant moment, Instant now) {
    Instant last = earlier(moment.minusNanos(1), now);
    sessions.store().revocations().revoke(ALL, last, now.plus(LONGEST_TOKEN));
  }

  private static String ofCaller(String name) {
    return Revocations.PREFIX + "c:" + digest(name);
  }

  private static String ofToken(String issuer, String tokenId) {
    return Revocations.PREFIX + "t:" + digest(issuer, tokenId);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /** Each text with its length before it, so that no two lists of texts are written alike. */
  private static String digest(String... texts) {
    StringBuilder all = new StringBuilder();
    for (String text : texts) {
      all.append(text.length()).append(':').append(text);
    }
    return Base64Url.encode(SecretHash.of(all.toString()).toBytes());
  }
}

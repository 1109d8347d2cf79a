package dev.cloakroom.token;

import dev.cloakroom.crypto.Base64Url;
import dev.cloakroom.crypto.KeySource;
import dev.cloakroom.crypto.VerificationKey;
import dev.cloakroom.token.RejectedToken.Reason;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Verifies our access tokens, and nothing else passes: compact form, header with its MAC,
 * signature, claims and times, in this order, by the rules of <a
 * href="https://www.rfc-editor.org/rfc/rfc9068#section-4">RFC 9068 §4</a> and RFC 8725.
 *
 * <p>No claim is read before the signature is proven. Whatever the input, the answer is a value and
 * never an exception, but where the store that has the keys failed ({@link KeySource#renew()}).
 * Thread-safe.
 */
public final class AccessTokenVerifier {
  private static final RejectedToken INVALID = new RejectedToken(Reason.INVALID);
  private static final RejectedToken EXPIRED = new RejectedToken(Reason.EXPIRED);
  private static final RejectedToken NOT_YET_VALID = new RejectedToken(Reason.NOT_YET_VALID);

  private final SignatureCheck signatures;
  private final AccessTokenPolicy policy;
  private final Clock clock;

  /**
   * Trusts the keys that there are when a token comes and no other, for tokens of this issuer and
   * audience.
   */
  public AccessTokenVerifier(KeySource keys, AccessTokenPolicy policy, Clock clock) {
    this.signatures = new SignatureCheck(keys, AccessTokenIssuer.TYPE, clock);
    this.policy = policy;
    this.clock = clock;
  }

  /** Verifies one token. */
  public TokenVerification verify(RawToken raw) {
    return judge(genuine(raw));
  }

  /** What a token comes to now that was or was not found genuine. */
  TokenVerification judge(Optional<Genuine> genuine) {
    return genuine.map(known -> checkTimes(known.token)).orElse(INVALID);
  }

  /**
   * A token that is genuine and meant for us, whatever its time.
   *
   * @param key the key that it is genuine by
   */
  record Genuine(VerifiedToken token, VerificationKey key) {}

  /** The token, if it is genuine. */
  Optional<Genuine> genuine(RawToken raw) {
    Optional<CompactToken> parts = CompactToken.parse(raw.text());
    return parts
        .flatMap(signatures::signer)
        .flatMap(key -> read(raw, parts.get()).map(token -> new Genuine(token, key)))
        .filter(known -> isOurs(known.token));
  }

  /** The token that was just issued, which needs no proof. */
  Optional<Genuine> issued(IssuedToken token) {
    RawToken raw = new RawToken(token.text());
    return CompactToken.parse(raw.text())
        .flatMap(
            parts ->
                signatures
                    .named(parts)
                    .flatMap(key -> read(raw, parts).map(read -> new Genuine(read, key))));
  }

  /** Whether what was found genuine is so still: its key may have been taken away. */
  boolean isStill(Genuine known) {
    return signatures.isTrusted(known.key);
  }

  private static Optional<VerifiedToken> read(RawToken raw, CompactToken token) {
    return Base64Url.decode(token.payload())
        .flatMap(StrictJson::parseObject)
        .flatMap(claims -> read(raw, new Claims(claims)));
  }

  /**
   * Tells whether the time of a genuine token has come and is not over, give or take the skew. At
   * the moment of {@code exp} (plus skew) it is over, at the moment of {@code nbf} or {@code iat}
   * (less skew) it has come.
   */
  TokenVerification checkTimes(VerifiedToken token) {
    Instant now = clock.instant();
    if (!now.isBefore(acceptedUntil(token))) {
      return EXPIRED;
    }
    return now.isBefore(token.validFrom().minus(policy.clockSkew())) ? NOT_YET_VALID : token;
  }

  /** Returns the first moment at which the token is refused as expired. */
  Instant acceptedUntil(VerifiedToken token) {
    return token.expiresAt().plus(policy.clockSkew());
  }

  private static Optional<VerifiedToken> read(RawToken raw, Claims claims) {
    try {
      return Optional.of(new VerifiedToken(raw, claims));
    } catch (InvalidClaimException e) {
      return Optional.empty();
    }
  }

  private boolean isOurs(VerifiedToken token) {
    return token.issuer().equals(policy.issuer()) && token.audience().contains(policy.audience());
  }
}

package dev.cloakroom.issuer;

import dev.cloakroom.config.IssuerSettings;
import dev.cloakroom.config.IssuerTokenSettings;
import dev.cloakroom.token.Claims;
import dev.cloakroom.token.InvalidClaimException;
import dev.cloakroom.token.RawToken;
import dev.cloakroom.token.RejectedToken.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the claims of a genuine token must say, and what they come to. */
final class ClaimRules {
  private static final Refused EXPIRED = new Refused(Reason.EXPIRED);
  private static final Refused NOT_YET_VALID = new Refused(Reason.NOT_YET_VALID);

  private static final int LONGEST_ID = 255;

  private final ForeignProfile profile;
  private final IssuerTokenSettings settings;
  private final CallerClaims callers;
  private final Duration ageSkew;

  ClaimRules(ForeignProfile profile, IssuerSettings issuer) {
    this.profile = profile;
    this.settings = issuer.tokens();
    this.callers = new CallerClaims(issuer);
    this.ageSkew = issuer.mpJwt() == null ? settings.clockSkew() : issuer.mpJwt().ageSkew();
  }

  /** A genuine token whatever its time; empty if it is no access token, or not for us. */
  Optional<TimedToken> read(String text, JwsToken token) {
    Claims claims = token.claims();
    try {
      return AccessTokenRules.isAccessToken(token.header(), claims.asMap()) && isForUs(claims)
          ? Optional.of(timed(text, claims))
          : Optional.empty();
    } catch (InvalidClaimException e) {
      return Optional.empty();
    }
  }

  /**
   * The same of what the issuer has answered about a token that is active, which need not say who
   * answers.
   */
  Optional<TimedToken> readAnswer(String text, Map<String, Object> answer) {
    Claims claims = new Claims(answer);
    try {
      return AccessTokenRules.isAnsweredAccessToken(answer) && isIssuer(claims) && isForUs(claims)
          ? Optional.of(timed(text, claims))
          : Optional.empty();
    } catch (InvalidClaimException e) {
      return Optional.empty();
    }
  }

  private boolean isIssuer(Claims claims) throws InvalidClaimException {
    return claims
        .optionalString("iss")
        .filter(issuer -> !issuer.equals(profile.issuer()))
        .isEmpty();
  }

  /**
   * A token and when it is taken.
   *
   * @param from the first moment
   */
  record TimedToken(ForeignToken token, Instant from) {

    /** The first moment at which it is no longer. */
    Instant until() {
      return token.takenUntil();
    }

    /** What it comes to at a moment. */
    Outcome at(Instant now) {
      if (!now.isBefore(until())) {
        return EXPIRED;
      }
      return now.isBefore(from) ? NOT_YET_VALID : token;
    }
  }

  private TimedToken timed(String text, Claims claims) throws InvalidClaimException {
    Instant issuedAt = claims.date("iat");
    Instant expiresAt = endOf(claims, issuedAt);
    ForeignToken token =
        new ForeignToken(
            new RawToken(text),
            profile,
            id(callers.subject(claims)),
            callers.name(claims),
            callers.groups(claims),
            claims.asMap(),
            issuedAt,
            expiresAt,
            end(issuedAt, expiresAt),
            idOrNull(claims, "jti"),
            idOrNull(claims, "sid"));
    Instant from = claims.optionalDate("nbf").filter(issuedAt::isBefore).orElse(issuedAt);
    return new TimedToken(token, from.minus(settings.clockSkew()));
  }

  /** One that ends before it begins was never good, not even by clocks that differ. */
  private static Instant endOf(Claims claims, Instant issuedAt) throws InvalidClaimException {
    Instant expiresAt = claims.date("exp");
    if (expiresAt.isBefore(issuedAt)) {
      throw new InvalidClaimException();
    }
    return expiresAt;
  }

  private Instant end(Instant issuedAt, Instant expiresAt) {
    Instant expired = expiresAt.plus(settings.clockSkew());
    if (settings.maxAge() == null) {
      return expired;
    }
    Instant tooOld = issuedAt.plus(settings.maxAge()).plus(ageSkew);
    return tooOld.isBefore(expired) ? tooOld : expired;
  }

  /** An id that is short enough for a column, a log line, or a key in a cache. */
  private static String id(String text) throws InvalidClaimException {
    if (text.length() > LONGEST_ID) {
      throw new InvalidClaimException();
    }
    return text;
  }

  private static @Nullable String idOrNull(Claims claims, String name)
      throws InvalidClaimException {
    Optional<String> text = claims.optionalString(name);
    return text.isPresent() ? id(text.get()) : null;
  }

  private boolean isForUs(Claims claims) throws InvalidClaimException {
    if (settings.audience().contains(IssuerTokenSettings.ANYBODY)) {
      return true;
    }
    List<String> audience = claims.audience();
    return !Collections.disjoint(audience, settings.audience());
  }

  CallerClaims callers() {
    return callers;
  }
}

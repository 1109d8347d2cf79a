package dev.cloakroom.token;

import com.nimbusds.jose.util.JSONObjectUtils;
import dev.cloakroom.crypto.KeySource;
import dev.cloakroom.crypto.RandomIds;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes access tokens: JWTs signed by ES256 or Ed25519 with the claims of <a
 * href="https://www.rfc-editor.org/rfc/rfc9068#section-2.2">RFC 9068 §2.2</a>, the login session's
 * id as {@code sid}, and {@code upn} and {@code groups} as MicroProfile JWT reads them.
 *
 * <p>Thread-safe.
 */
public final class AccessTokenIssuer {
  /** <a href="https://www.rfc-editor.org/rfc/rfc9068#section-2.1">RFC 9068 §2.1</a>. */
  static final String TYPE = "at+jwt";

  /** Our own claim: when each level was proven last, in seconds by the level. */
  static final String LEVELS = "acr_times";

  private final TokenSigner signer;
  private final AccessTokenPolicy policy;
  private final Clock clock;
  private final RandomIds random;
  private final TokenLifetime lifetime;

  /** Signs with the key that is current when it does. */
  public AccessTokenIssuer(
      KeySource keys, AccessTokenPolicy policy, Clock clock, RandomIds random) {
    this.signer = new TokenSigner(keys, TYPE);
    this.policy = policy;
    this.lifetime = new TokenLifetime(policy.ttl());
    this.clock = clock;
    this.random = random;
  }

  /**
   * Fails now if {@link #issue(AccessTokenClaims)} would for want of a key.
   *
   * @throws RuntimeException where keys come from a store and that could not be read yet
   */
  public void requireKey() {
    signer.requireKey();
  }

  /**
   * Makes a token that lasts from now for the policy's time, less up to 5 %.
   *
   * @throws OversizedTokenException if the caller has so many groups that no verifier would read
   *     the token
   */
  public IssuedToken issue(AccessTokenClaims claims) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Duration lasts = lifetime.next();
    Instant expiresAt = now.plus(lasts);
    String json = JSONObjectUtils.toJSONString(members(claims, now, expiresAt));
    return signer
        .sign(json, CompactToken.MAX_LENGTH)
        .map(text -> new IssuedToken(text, expiresAt, lasts))
        .orElseThrow(AccessTokenIssuer::oversized);
  }

  private Map<String, Object> members(AccessTokenClaims claims, Instant now, Instant expiresAt) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("iss", policy.issuer());
    members.put("sub", claims.callerName());
    members.put("aud", policy.audience());
    members.put("exp", expiresAt.getEpochSecond());
    members.put("iat", now.getEpochSecond());
    members.put("jti", random.tokenId());
    // the client of a first-party login is the application itself
    members.put("client_id", policy.audience());
    members.put("sid", claims.sessionId());
    members.put("auth_time", claims.authentication().time().getEpochSecond());
    members.put("amr", claims.authentication().methods());
    members.put("acr", claims.authentication().context());
    if (claims.authentication().isElevated()) {
      members.put(LEVELS, claims.authentication().moments());
    }
    members.put("upn", claims.callerName());
    members.put("groups", List.copyOf(claims.groups()));
    return members;
  }

  private static OversizedTokenException oversized() {
    return new OversizedTokenException(
        "An access token would have more characters than anybody reads: at most "
            + CompactToken.MAX_LENGTH
            + " are possible. Give the caller fewer groups, or set"
            + " cloakroom.bearer.credential=opaque.");
  }
}

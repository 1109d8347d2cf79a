package dev.cloakroom.token;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An access token that we issued, proven genuine, meant for us and valid when it was verified. Only
 * {@link AccessTokenVerifier} makes one.
 *
 * <p>It says nothing about the login session behind it, which may have ended since. Immutable and
 * thread-safe.
 */
public final class VerifiedToken implements TokenVerification, TokenContent {
  private final RawToken raw;
  private final Claims claims;
  private final String subject;
  private final String callerName;
  private final String sessionId;
  private final Set<String> groups;
  private final String issuer;
  private final List<String> audience;
  private final Instant issuedAt;
  private final Instant expiresAt;
  private final Optional<Instant> notBefore;
  private final String tokenId;
  private final Instant authenticatedAt;
  private final List<String> amr;
  private final Map<Integer, Instant> levels;

  private VerifiedToken(VerifiedToken token, Set<String> groups) {
    Map<String, Object> changed = new LinkedHashMap<>(token.claims.asMap());
    changed.put("groups", List.copyOf(groups));
    raw = token.raw;
    claims = new Claims(Collections.unmodifiableMap(changed));
    subject = token.subject;
    callerName = token.callerName;
    sessionId = token.sessionId;
    this.groups = Set.copyOf(groups);
    issuer = token.issuer;
    audience = token.audience;
    issuedAt = token.issuedAt;
    expiresAt = token.expiresAt;
    notBefore = token.notBefore;
    tokenId = token.tokenId;
    authenticatedAt = token.authenticatedAt;
    amr = token.amr;
    levels = token.levels;
  }

  VerifiedToken(RawToken raw, Claims claims) throws InvalidClaimException {
    // without its address: it is remembered for all who show it
    this.raw = new RawToken(raw.text());
    this.claims = claims;
    subject = claims.string("sub");
    callerName = claims.optionalString("upn").orElse(subject);
    sessionId = claims.string("sid");
    groups = Collections.unmodifiableSet(new LinkedHashSet<>(claims.strings("groups")));
    issuer = claims.string("iss");
    audience = claims.audience();
    issuedAt = claims.date("iat");
    expiresAt = claims.date("exp");
    notBefore = claims.optionalDate("nbf");
    tokenId = claims.string("jti");
    claims.string("client_id");
    authenticatedAt = claims.date("auth_time");
    amr = claims.strings("amr");
    levels = claims.dates(AccessTokenIssuer.LEVELS);
  }

  /** Returns the subject ({@code sub}), which names the caller together with the issuer. */
  public String subject() {
    return subject;
  }

  /** Returns the caller's name: {@code upn}, else the subject. */
  @Override
  public String callerName() {
    return callerName;
  }

  /** Returns the id of the login session ({@code sid}) that this token is a credential of. */
  public String sessionId() {
    return sessionId;
  }

  /** Returns the caller's groups when the token was issued. */
  @Override
  public Set<String> groups() {
    return groups;
  }

  /**
   * Returns this token with the groups that the caller is in now; what it was received as stays.
   */
  public VerifiedToken in(Set<String> groupsNow) {
    return groups.equals(groupsNow) ? this : new VerifiedToken(this, groupsNow);
  }

  /** Returns who issued the token ({@code iss}). */
  public String issuer() {
    return issuer;
  }

  /** Returns for whom the token is ({@code aud}), us among them. */
  public List<String> audience() {
    return audience;
  }

  /** Returns when the token was issued ({@code iat}), in whole seconds. */
  @Override
  public Instant issuedAt() {
    return issuedAt;
  }

  /** Returns when the token's time is over ({@code exp}), in whole seconds and without the skew. */
  @Override
  public Instant expiresAt() {
    return expiresAt;
  }

  /**
   * Returns the token's own id ({@code jti}); deny-lists use it with the issuer, never the text.
   */
  public String tokenId() {
    return tokenId;
  }

  /** Returns when the caller last proved who they are ({@code auth_time}). */
  public Instant authenticatedAt() {
    return authenticatedAt;
  }

  /** Returns what the token states of how and when the caller proved who they are. */
  public Authentication authentication() {
    return new Authentication(authenticatedAt, amr, levels);
  }

  /** Returns how the caller proved who they are ({@code amr}, RFC 8176); empty if not known. */
  public List<String> amr() {
    return amr;
  }

  /**
   * Returns all claims by name, immutable at all depths: strings, {@code Long}, {@code BigDecimal},
   * {@code Boolean}, {@link JsonNull}, lists and maps of these.
   */
  @Override
  public Map<String, Object> claims() {
    return claims.asMap();
  }

  /** Returns the token as it was received: a credential, for those only who must pass it on. */
  @Override
  public RawToken raw() {
    return raw;
  }

  /**
   * The moment before which the token must not be taken: the later of {@code nbf} and {@code iat}.
   */
  Instant validFrom() {
    return notBefore.filter(issuedAt::isBefore).orElse(issuedAt);
  }

  /** Names the login session, which is no secret, and never shows the token. */
  @Override
  public String toString() {
    return "VerifiedToken[sid=" + sessionId + ", jti=" + tokenId + ", exp=" + expiresAt + "]";
  }
}

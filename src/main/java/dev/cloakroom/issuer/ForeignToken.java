package dev.cloakroom.issuer;

import dev.cloakroom.token.RawToken;
import dev.cloakroom.token.TokenContent;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An access token of another issuer, proven genuine, meant for us and valid when it was looked up.
 * Immutable and thread-safe.
 *
 * @param raw as it was received: a credential, for those only who must pass it on
 * @param profile whose it is; its name tells it from other issuers
 * @param subject whom it is about ({@code sub}): with the issuer, the identity of the caller
 * @param callerName never the name of one of our own callers, unless the settings share the names
 * @param groups by the names that the settings map them to
 * @param claims all by name, immutable at all depths, as {@link
 *     dev.cloakroom.token.VerifiedToken#claims} gives them
 * @param issuedAt {@code iat}, in whole seconds
 * @param expiresAt {@code exp}, in whole seconds and without the skew
 * @param takenUntil the first moment at which it is refused: by its own end or the age that the
 *     settings allow, each with the skew that is for it
 * @param jti the token's own id, unique to its issuer; null where it has none
 * @param sid the id of the issuer's own session; null where it says none
 */
public record ForeignToken(
    RawToken raw,
    ForeignProfile profile,
    String subject,
    String callerName,
    Set<String> groups,
    Map<String, Object> claims,
    Instant issuedAt,
    Instant expiresAt,
    Instant takenUntil,
    @Nullable String jti,
    @Nullable String sid)
    implements Outcome, TokenContent {

  /** Copies the groups; the claims are immutable already. */
  public ForeignToken {
    groups = Collections.unmodifiableSet(new LinkedHashSet<>(groups));
  }

  /** Who issued it ({@code iss}). */
  public String issuer() {
    return profile.issuer();
  }

  /** This token, of a caller who is in other groups. */
  public ForeignToken in(Set<String> others) {
    return new ForeignToken(
        raw,
        profile,
        subject,
        callerName,
        others,
        claims,
        issuedAt,
        expiresAt,
        takenUntil,
        jti,
        sid);
  }

  /** {@link #jti}, if there is one. */
  public Optional<String> tokenId() {
    return Optional.ofNullable(jti);
  }

  /** Names whose it is, which is no secret, and never shows the token. */
  @Override
  public String toString() {
    return "ForeignToken[profile=" + profile.name() + ", jti=" + jti + ", exp=" + expiresAt + "]";
  }
}

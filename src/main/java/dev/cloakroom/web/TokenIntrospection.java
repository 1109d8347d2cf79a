package dev.cloakroom.web;

import dev.cloakroom.identitystore.AccessTokens;
import dev.cloakroom.identitystore.LiveToken;
import dev.cloakroom.session.LiveRefreshToken;
import dev.cloakroom.session.RefreshTokens;
import dev.cloakroom.session.StoredLoginSession;
import dev.cloakroom.token.AccessTokenPolicy;
import dev.cloakroom.token.RawToken;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.time.Instant;

/**
 * Says of our tokens what they are (<a
 * href="https://www.rfc-editor.org/rfc/rfc7662#section-2.2">RFC 7662 §2.2</a>): of access tokens by
 * the claims that our JWTs have, whatever kind they are of, and of refresh tokens. Of any other
 * text it says nothing but that it is not active. A refresh token is not used by that. Safe for use
 * by several threads.
 */
public final class TokenIntrospection {
  private static final JsonObject INACTIVE =
      SessionJson.JSON.createObjectBuilder().add("active", false).build();

  private final AccessTokens accessTokens;
  private final RefreshTokens refreshTokens;
  private final AccessTokenPolicy policy;
  private final Clock clock;

  /** Says it of the tokens that these know. */
  public TokenIntrospection(
      AccessTokens accessTokens,
      RefreshTokens refreshTokens,
      AccessTokenPolicy policy,
      Clock clock) {
    this.accessTokens = accessTokens;
    this.refreshTokens = refreshTokens;
    this.policy = policy;
    this.clock = clock;
  }

  /**
   * What a token is.
   *
   * @throws dev.cloakroom.StoreUnavailableException if the store failed
   */
  JsonObject of(RawToken token) {
    return accessTokens
        .live(token)
        .filter(live -> clock.instant().isBefore(live.expiresAt()))
        .map(this::access)
        .or(() -> refreshTokens.live(token.text()).map(this::refresh))
        .orElse(INACTIVE);
  }

  private JsonObject access(LiveToken token) {
    StoredLoginSession session = token.session();
    JsonObjectBuilder answer =
        common(session, token.issuedAt(), token.expiresAt())
            .add("token_type", "Bearer")
            .add("token_use", "access")
            .add("aud", policy.audience())
            .add("client_id", policy.audience())
            .add("upn", session.callerName())
            .add("groups", SessionJson.sorted(session.groups()))
            .add("auth_time", session.authenticatedAt(session.level()).getEpochSecond())
            .add("amr", SessionJson.sorted(session.authenticationMethods()))
            .add("acr", Integer.toString(session.level()));
    return (token.tokenId() == null ? answer : answer.add("jti", token.tokenId())).build();
  }

  /** It is for us alone, and names no type by which anybody could take it for an access token. */
  private JsonObject refresh(LiveRefreshToken token) {
    return common(token.session(), token.issuedAt(), token.expiresAt())
        .add("token_use", "refresh")
        .build();
  }

  private JsonObjectBuilder common(
      StoredLoginSession session, Instant issuedAt, Instant expiresAt) {
    return SessionJson.JSON
        .createObjectBuilder()
        .add("active", true)
        .add("iss", policy.issuer())
        .add("sub", session.callerName())
        .add("username", session.callerName())
        .add("iat", issuedAt.getEpochSecond())
        .add("exp", expiresAt.getEpochSecond())
        .add("sid", session.id());
  }
}

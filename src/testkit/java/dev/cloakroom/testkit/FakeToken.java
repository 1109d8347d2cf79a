package dev.cloakroom.testkit;

import dev.cloakroom.LoginSession;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The token of a login without a server: what Cloakroom's own would say, and what a test adds. */
record FakeToken(LoginSession session, Map<String, Object> more) implements JsonWebToken {

  /** For classes that must be loaded where there is no such type: they need not know this one. */
  static JsonWebToken of(LoginSession session, Map<String, Object> more) {
    return new FakeToken(session, more);
  }

  @Override
  public @Nullable String getName() {
    return session.isAnonymous() ? null : session.callerName();
  }

  @Override
  public @Nullable Set<String> getClaimNames() {
    return session.isAnonymous() ? null : claims().keySet();
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the API's own signature
  public <T> @Nullable T getClaim(String name) {
    return session.isAnonymous() ? null : (T) claims().get(name);
  }

  private Map<String, Object> claims() {
    Map<String, Object> claims = new HashMap<>();
    claims.put("iss", "urn:cloakroom:testkit");
    claims.put("sub", session.callerName());
    claims.put("upn", session.callerName());
    claims.put("groups", session.groups());
    claims.put("sid", session.id());
    claims.put("jti", "token-of-" + session.callerName());
    claims.put("iat", session.createdAt().getEpochSecond());
    claims.put("exp", session.expiresAt().getEpochSecond());
    claims.put("raw_token", "a token of the test kit");
    claims.putAll(more);
    return claims;
  }
}

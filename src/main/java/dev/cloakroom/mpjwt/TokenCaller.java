package dev.cloakroom.mpjwt;

import dev.cloakroom.mechanism.NamedCaller;
import dev.cloakroom.token.TokenContent;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * A caller and the token that logged them in (MicroProfile JWT 2.1, section 9.2). Equal to another
 * one only of the same token: a server that finds what it has worked out for an equal caller must
 * not find another token.
 */
final class TokenCaller extends NamedCaller implements JsonWebToken {
  private static final long serialVersionUID = 1L;

  /** A credential: not written where a server keeps the caller; it says nothing then. */
  private final transient @Nullable TokenContent token;

  TokenCaller(String name, TokenContent token) {
    super(name, token.raw().text());
    this.token = token;
  }

  @Override
  public @Nullable Set<String> getClaimNames() {
    return token == null ? null : ClaimValues.names(token);
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the API's own signature
  public <T> @Nullable T getClaim(String name) {
    return token == null ? null : (T) ClaimValues.of(token, name);
  }
}

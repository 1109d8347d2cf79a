package dev.cloakroom.mpjwt;

import dev.cloakroom.token.TokenContent;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * The access token of whom the calling thread works for as MicroProfile JWT shows it. A caller
 * without one, be it anonymous or logged in by the session cookie, has no name and no claims here.
 *
 * <p>Each call answers for the request or task of the calling thread, so the object may be kept in
 * a bean of any scope.
 *
 * @see <a
 *     href="https://download.eclipse.org/microprofile/microprofile-jwt-auth-2.1/microprofile-jwt-auth-spec-2.1.html">MicroProfile
 *     JWT 2.1, section 7.1</a>
 */
public final class CurrentJsonWebToken implements JsonWebToken {
  private final Supplier<@Nullable TokenContent> current;

  /** The token that this supplier finds for the calling thread's request. */
  public CurrentJsonWebToken(Supplier<@Nullable TokenContent> current) {
    this.current = current;
  }

  @Override
  public @Nullable String getName() {
    TokenContent token = current.get();
    return token == null ? null : token.callerName();
  }

  @Override
  public @Nullable Set<String> getClaimNames() {
    TokenContent token = current.get();
    return token == null ? null : ClaimValues.names(token);
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the API's own signature
  public <T> @Nullable T getClaim(String name) {
    TokenContent token = current.get();
    return token == null ? null : (T) ClaimValues.of(token, name);
  }
}

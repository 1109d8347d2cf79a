package dev.cloakroom.identitystore;

import dev.cloakroom.token.RawToken;
import jakarta.security.enterprise.credential.Credential;

/**
 * An access token as a credential for {@code IdentityStoreHandler.validate}, for code that gets one
 * by another way than a request's header, such as the first message of a WebSocket. Nobody is
 * logged in by it: {@code SecurityContext.authenticate} refuses it.
 *
 * @see <a
 *     href="https://jakarta.ee/specifications/security/3.0/jakarta-security-spec-3.0#credentials">Jakarta
 *     Security 3.0, section 3.1</a>
 */
public final class AccessTokenCredential implements Credential {
  private final RawToken token;

  /** The credential of a token's text. */
  public AccessTokenCredential(String token) {
    this.token = new RawToken(token);
  }

  RawToken token() {
    return token;
  }

  @Override
  public String toString() {
    return "AccessTokenCredential[***]";
  }
}

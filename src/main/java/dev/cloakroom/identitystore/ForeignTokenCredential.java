package dev.cloakroom.identitystore;

import dev.cloakroom.issuer.ForeignToken;
import jakarta.security.enterprise.credential.Credential;

/**
 * A token of another issuer that was proven genuine, as a credential by which the container's
 * handler asks the stores that provide groups. Nobody else can make one.
 */
final class ForeignTokenCredential implements Credential {
  private final ForeignToken token;

  ForeignTokenCredential(ForeignToken token) {
    this.token = token;
  }

  ForeignToken token() {
    return token;
  }

  @Override
  public String toString() {
    return "ForeignTokenCredential[" + token + "]";
  }
}

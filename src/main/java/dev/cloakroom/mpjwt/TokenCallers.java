package dev.cloakroom.mpjwt;

import dev.cloakroom.mechanism.CallerForm;
import dev.cloakroom.mechanism.NamedCaller;

/** Callers as MicroProfile JWT has them: {@code getUserPrincipal()} is their token. */
public final class TokenCallers {

  private TokenCallers() {}

  /** A caller with a token is that token, any other one a name. */
  public static CallerForm form() {
    return (name, token) -> token == null ? new NamedCaller(name) : new TokenCaller(name, token);
  }
}

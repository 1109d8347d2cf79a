package dev.cloakroom.token;

import dev.cloakroom.crypto.KeyRing;

/** Access tokens that say what no issuer would. */
public final class SignedClaims {
  private SignedClaims() {}

  /** Claims in JSON under the current key of a ring. */
  public static RawToken by(KeyRing keys, String claims) {
    return new RawToken(
        new TokenSigner(keys, AccessTokenIssuer.TYPE)
            .sign(claims, Integer.MAX_VALUE)
            .orElseThrow());
  }
}

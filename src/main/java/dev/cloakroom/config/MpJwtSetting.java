package dev.cloakroom.config;

import org.jspecify.annotations.Nullable;

/**
 * Every setting of MicroProfile JWT 2.1, by its own name: together they are one more issuer.
 *
 * @see <a
 *     href="https://download.eclipse.org/microprofile/microprofile-jwt-auth-2.1/microprofile-jwt-auth-spec-2.1.html">MicroProfile
 *     JWT 2.1, sections 4 to 8</a>
 */
public enum MpJwtSetting implements SettingKey {
  ISSUER("verify.issuer", null, "a name without spaces, or a URI"),
  PUBLIC_KEY("verify.publickey", null, "PEM, JWK or JWK set; the last two in base64url, too"),
  PUBLIC_KEY_LOCATION("verify.publickey.location", null, "a file, a resource, or a URL"),
  ALGORITHM(
      "verify.publickey.algorithm",
      "RS256",
      "one of `RS256`, `RS384`, `RS512`, `PS256`, `PS384`, `PS512`, `ES256`, `ES384`, `ES512`,"
          + " `EdDSA`, `Ed25519`"),
  AUDIENCES("verify.audiences", null, "names without spaces, or URIs, separated by commas"),
  CLOCK_SKEW("verify.clock.skew", null, "`0` to `600` (seconds)"),
  TOKEN_AGE("verify.token.age", null, "`1` to `34560000` (seconds)"),
  DECRYPTION_KEY_LOCATION("decrypt.key.location", null, "a file, a resource, or a URL"),
  DECRYPTION_ALGORITHM("decrypt.key.algorithm", null, "`RSA-OAEP`, `RSA-OAEP-256`"),
  HEADER("token.header", "Authorization", "`Authorization`, `Cookie`"),
  COOKIE("token.cookie", "Bearer", "a cookie's name");

  private final String key;
  private final @Nullable String defaultValue;
  private final String allowed;

  MpJwtSetting(String end, @Nullable String defaultValue, String allowed) {
    this.key = "mp.jwt." + end;
    this.defaultValue = defaultValue;
    this.allowed = allowed;
  }

  @Override
  public String key() {
    return key;
  }

  @Override
  public @Nullable String defaultValue() {
    return defaultValue;
  }

  @Override
  public String allowed() {
    return allowed;
  }

  /** Somebody may put a private key there. */
  @Override
  public boolean isSecret() {
    return this == PUBLIC_KEY || this == DECRYPTION_KEY_LOCATION;
  }
}

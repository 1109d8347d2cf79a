package dev.cloakroom.config;

import java.util.Arrays;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every setting of another issuer. A key has the name in it that the issuer is given, as in {@code
 * cloakroom.issuers.keycloak.issuer}, and so has an environment variable: {@code
 * CLOAKROOM_ISSUERS_KEYCLOAK_ISSUER}.
 */
public enum IssuerSetting implements SettingKey {
  ISSUER("issuer", null, "a name without spaces, or a URI"),
  CHECK("check", "signature", "`signature`, `introspection`"),
  JWKS_URI("jwks-uri", null, "an `https` URL"),
  PUBLIC_KEY(
      "public-key", null, "PEM, JWK or JWK set: the text, a file, or `classpath:` and a resource"),
  INTROSPECTION_URI("introspection-uri", null, "an `https` URL"),
  CLIENT_ID("client-id", null, "printable characters of ASCII"),
  CLIENT_SECRET("client-secret", null, "printable characters of ASCII"),
  INTROSPECTION_CACHE("introspection-cache", "PT30S", "`PT0S` to `PT5M`"),
  OPAQUE_TOKENS("opaque-tokens", "true", "`true`, `false`"),
  AUDIENCE("audience", null, "names without spaces, or URIs, separated by commas; or `*`"),
  ALGORITHMS(
      "algorithms",
      "RS256, ES256, EdDSA, Ed25519",
      "of `RS256`, `RS384`, `RS512`, `PS256`, `PS384`, `PS512`, `ES256`, `ES384`, `ES512`,"
          + " `EdDSA`, `Ed25519`, separated by commas"),
  TYP("typ", "at+jwt, JWT", "media types, separated by commas; `none` for tokens without one"),
  CALLER_CLAIM("caller-claim", "sub", "the name of a claim, or a path such as `user/name`"),
  CALLERS("callers", "apart", "`apart`, `shared`"),
  GROUPS_CLAIM(
      "groups-claim",
      "groups",
      "names of claims, or paths such as `realm_access/roles`, separated by commas"),
  GROUPS_MAP("groups-map", null, "pairs such as `staff=user`, separated by commas"),
  GROUPS_FROM_STORES("groups-from-stores", "false", "`true`, `false`"),
  CLOCK_SKEW("clock-skew", "PT60S", "`PT0S` to `PT10M`"),
  MAX_TOKEN_AGE("max-token-age", null, "`PT1S` to `P400D`"),
  REQUIRED("required", "false", "`true`, `false`"),
  SHORT_RSA_KEYS("short-rsa-keys", "refuse", "`refuse`, `allow-forgery`"),
  PLAIN_HTTP("plain-http", "refuse", "`refuse`, `allow-forgery`");

  private static final String PLACEHOLDER = "<name>";
  private static final NamedKeys KEYS =
      new NamedKeys(
          "cloakroom.issuers.", Arrays.stream(values()).map(setting -> setting.end).toList());

  private final String end;
  private final @Nullable String defaultValue;
  private final String allowed;

  IssuerSetting(String end, @Nullable String defaultValue, String allowed) {
    this.end = end;
    this.defaultValue = defaultValue;
    this.allowed = allowed;
  }

  /** The key with a placeholder for the name: {@code cloakroom.issuers.<name>.issuer}. */
  @Override
  public String key() {
    return key(PLACEHOLDER);
  }

  @Override
  public @Nullable String defaultValue() {
    return defaultValue;
  }

  @Override
  public String allowed() {
    return allowed;
  }

  /** Somebody may put a private key where a public one is asked for. */
  @Override
  public boolean isSecret() {
    return this == PUBLIC_KEY || this == CLIENT_SECRET;
  }

  /** The key for the issuer with a name. */
  String key(String name) {
    return KEYS.key(name, end);
  }

  /** The names of all issuers that a source has settings of, in order. */
  static NavigableSet<String> namesIn(SettingsSource source) {
    return KEYS.namesIn(source);
  }

  /** The one in a key, or in an environment variable; empty if it is neither. */
  static Optional<String> nameIn(String key) {
    return KEYS.nameIn(key);
  }

  /** All of the issuer that an unknown key seems to name. */
  static Stream<String> like(String unknown) {
    return KEYS.like(unknown);
  }

  /** What a source says of the issuer with a name. */
  static SettingsSource of(String name, SettingsSource whole) {
    return new NamedSource(whole, key -> key.replace(PLACEHOLDER, name));
  }
}

package dev.cloakroom.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token that a {@link FakeIssuer} is about to sign. Immutable: each method but {@link #text}
 * gives a changed copy.
 */
public final class FakeIssuerToken {
  private static final Duration LIFETIME = Duration.ofMinutes(5);

  private final Map<String, Object> claims;
  private final FakeKey key;

  private FakeIssuerToken(Map<String, Object> claims, FakeKey key) {
    this.claims = claims;
    this.key = key;
  }

  static FakeIssuerToken of(Map<String, Object> first, FakeKey key) {
    Map<String, Object> claims = new LinkedHashMap<>(first);
    Instant now = Instant.now();
    claims.put("jti", UUID.randomUUID().toString());
    claims.put("iat", now);
    claims.put("exp", now.plus(LIFETIME));
    return new FakeIssuerToken(claims, key);
  }

  /** With its caller in these groups: the claim {@code groups}. */
  public FakeIssuerToken groups(String... names) {
    return claim("groups", List.of(names));
  }

  /** For somebody else. */
  public FakeIssuerToken audience(String other) {
    return claim("aud", other);
  }

  /** Issued an hour ago, and over since: longer than any clock skew that is accepted. */
  public FakeIssuerToken expired() {
    Instant issued = Instant.now().minus(Duration.ofHours(1));
    return claim("iat", issued).claim("exp", issued.plus(LIFETIME));
  }

  /** Signed by a key that nobody publishes, under the name of one that is. */
  public FakeIssuerToken forged() {
    FakeKey other = key.algorithm().equals("ES256") ? FakeKey.es256() : FakeKey.rs256();
    return new FakeIssuerToken(
        claims, new FakeKey(key.kid(), other.pair(), other.algorithm(), other.jca()));
  }

  /** With a claim; moments are written in seconds, and null takes the claim out. */
  public FakeIssuerToken claim(String name, @Nullable Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(claims);
    if (value == null) {
      changed.remove(name);
    } else {
      changed.put(name, value);
    }
    return new FakeIssuerToken(changed, key);
  }

  /** The token, signed. */
  public String text() {
    Map<String, String> header = Map.of("alg", key.algorithm(), "kid", key.kid(), "typ", "at+jwt");
    String content = base64(ClaimJson.of(header)) + "." + base64(ClaimJson.of(claims));
    return content + "." + base64(key.sign(content.getBytes(UTF_8)));
  }

  private static String base64(String text) {
    return base64(text.getBytes(UTF_8));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Whose it is; it opens doors, so no more than that. */
  @Override
  public String toString() {
    return "a token of " + claims.get("sub");
  }
}

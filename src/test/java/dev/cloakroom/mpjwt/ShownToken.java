package dev.cloakroom.mpjwt;

import dev.cloakroom.token.RawToken;
import dev.cloakroom.token.StrictJson;
import dev.cloakroom.token.TokenContent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** A token of another issuer, as it was verified: of alice, a user, from second 100 to 200. */
record ShownToken(Map<String, Object> claims) implements TokenContent {

  static ShownToken of(String claims) {
    return new ShownToken(
        StrictJson.parseObject(claims.getBytes(StandardCharsets.UTF_8)).orElseThrow());
  }

  @Override
  public RawToken raw() {
    return new RawToken("a.b.c");
  }

  @Override
  public String callerName() {
    return "alice";
  }

  @Override
  public Set<String> groups() {
    return Set.of("user");
  }

  @Override
  public Instant issuedAt() {
    return Instant.ofEpochSecond(100);
  }

  @Override
  public Instant expiresAt() {
    return Instant.ofEpochSecond(200);
  }
}

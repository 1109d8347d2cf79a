package dev.cloakroom.token;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.crypto.Base64Url;
import dev.cloakroom.crypto.KeyLoader;
import dev.cloakroom.crypto.KeyRing;
import dev.cloakroom.crypto.RandomIds;
import dev.cloakroom.crypto.SigningKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;

/** Makes genuine tokens and everything that only looks like one. */
final class TokenForge {
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  static final Duration SKEW = Duration.ofSeconds(60);
  static final AccessTokenPolicy POLICY =
      new AccessTokenPolicy("https://shop.test", "shop", Duration.ofMinutes(5), SKEW);
  static final AccessTokenClaims ALICE =
      new AccessTokenClaims(
          "alice", Set.of("user"), "sid-1", new Authentication(NOW, List.of("pwd")));

  private static final String CLAIMS =
      """
      {"iss":"https://shop.test","sub":"alice","aud":"shop","exp":%d,"iat":%d,"jti":"t1",\
      "client_id":"shop","sid":"sid-1","auth_time":%d,"groups":["user"],"amr":["pwd"]}"""
          .formatted(
              NOW.plusSeconds(300).getEpochSecond(), NOW.getEpochSecond(), NOW.getEpochSecond());

  private final KeyRing keys = KeyLoader.generate();

  KeyRing keys() {
    return keys;
  }

  AccessTokenVerifier verifier() {
    return verifierAt(NOW);
  }

  AccessTokenVerifier verifierAt(Instant now) {
    return new AccessTokenVerifier(keys, POLICY, at(now));
  }

  AccessTokenIssuer issuer() {
    return new AccessTokenIssuer(keys, POLICY, at(NOW), new RandomIds());
  }

  AccessTokenIssuer issuerOfAnotherRing() {
    return new AccessTokenIssuer(KeyLoader.generate(), POLICY, at(NOW), new RandomIds());
  }

  String genuine() {
    return issuer().issue(ALICE).text();
  }

  /** The header that the issuer writes before {@link #claims()}. */
  String header() {
    return new String(headerOf(keys, CLAIMS.getBytes(UTF_8)), UTF_8);
  }

  /** The header, with its MAC, that the issuer of a ring writes before these claims. */
  static byte[] headerOf(KeyRing keys, byte[] claims) {
    TokenHeader header =
        TokenHeader.of(keys, keys.signingKey().verificationKey(), AccessTokenIssuer.TYPE);
    return Base64Url.decode(header.encodedFor(Base64Url.encode(claims))).orElseThrow();
  }

  /** Claims that are all right at {@link #NOW}. */
  String claims() {
    return CLAIMS;
  }

  /** Any header, and a true signature. */
  RawToken withHeader(String header) {
    return signed(header.getBytes(UTF_8), CLAIMS.getBytes(UTF_8));
  }

  /** Any claims, with a true MAC and signature. */
  RawToken withClaims(String claims) {
    return withClaims(claims.getBytes(UTF_8));
  }

  RawToken withClaims(byte[] claims) {
    return signed(headerOf(keys, claims), claims);
  }

  RawToken signed(byte[] header, byte[] claims) {
    return signedBy(keys.signingKey(), header, claims);
  }

  static RawToken signedBy(SigningKey key, byte[] header, byte[] claims) {
    String input = Base64Url.encode(header) + "." + Base64Url.encode(claims);
    return new RawToken(input + "." + Base64Url.encode(key.sign(input.getBytes(US_ASCII))));
  }

  static Clock at(Instant now) {
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  /** The good claims and one more. */
  String claimsPlus(String member) {
    return claims().replaceFirst("}$", "," + Matcher.quoteReplacement(member) + "}");
  }

  /** The good claims with one value replaced. */
  String claimsWith(String name, String value) {
    return claimsWithout(name).replaceFirst("}$", ",\"" + name + "\":" + value + "}");
  }

  /** The good claims but for one, which they have. */
  String claimsWithout(String name) {
    String pattern = "\"" + name + "\":(?:\"[^\"]*\"|\\[[^]]*]|[0-9]+),?";
    String rest = claims().replaceFirst(pattern, "").replace(",}", "}");
    assertThat(rest).isNotEqualTo(claims());
    return rest;
  }
}

package dev.cloakroom.token;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cloakroom.crypto.Base64Url;
import dev.cloakroom.crypto.KeyLoader;
import dev.cloakroom.crypto.KeyRing;
import dev.cloakroom.crypto.MacKey;
import dev.cloakroom.crypto.RandomIds;
import dev.cloakroom.crypto.SecretHash;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What a bearer token costs: seen for the first time (against the bare signature check that no
 * design can avoid), seen again, made up, and made; and the hash and the tag that other credentials
 * cost.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TokenBenchmark {
  private final KeyRing keys = KeyLoader.generate();
  private final AccessTokenPolicy policy =
      new AccessTokenPolicy(
          "https://shop.test", "shop", Duration.ofHours(1), Duration.ofSeconds(60));
  private final AccessTokenClaims claims =
      new AccessTokenClaims(
          "alice",
          Set.of("user", "admin"),
          new RandomIds().sessionId(),
          new Authentication(Clock.systemUTC().instant(), List.of("pwd")));
  private final AccessTokenIssuer issuer =
      new AccessTokenIssuer(keys, policy, Clock.systemUTC(), new RandomIds());
  private final AccessTokenVerifier verifier =
      new AccessTokenVerifier(keys, policy, Clock.systemUTC());
  private final VerifiedTokens known = new VerifiedTokens(verifier, Clock.systemUTC(), 1 << 26);

  private final String text = issuer.issue(claims).text();
  private final String signed = text.substring(text.lastIndexOf('.'));
  private final String header = text.substring(0, text.indexOf('.') + 1);
  private final String forged = header + "e30".repeat(100) + signed;
  private final String resigned =
      text.substring(0, text.length() - signed.length())
          + issuer.issue(claims).text().substring(text.length() - signed.length());
  private final char[] characters = text.toCharArray();
  private final PublicKey publicKey = keys.signingKey().verificationKey().publicKey();
  private final byte[] signingInput = text.substring(0, text.lastIndexOf('.')).getBytes(US_ASCII);
  private final byte[] signature =
      Base64Url.decode(text.substring(text.lastIndexOf('.') + 1)).orElseThrow();
  private final String secret = new RandomIds().secret().text();
  private final SecretHash secretHash = SecretHash.of(secret);
  private final MacKey macKey = keys.deriveMacKey("benchmark");

  /** The baseline of {@link #firstSeen}. */
  @Benchmark
  public boolean rawSignatureVerify() throws GeneralSecurityException {
    Signature verification = Signature.getInstance("SHA256withECDSAinP1363Format");
    verification.initVerify(publicKey);
    verification.update(signingInput);
    return verification.verify(signature);
  }

  /** A token that is not in the cache. */
  @Benchmark
  public TokenVerification firstSeen() {
    return verifier.verify(new RawToken(text));
  }

  /** A token that is, in a string of its own as each request brings it, hash and all. */
  @Benchmark
  public TokenVerification repeated() {
    return known.verify(new RawToken(new String(characters)));
  }

  /** A token that somebody made up, for a key of ours. */
  @Benchmark
  public TokenVerification forged() {
    return verifier.verify(new RawToken(forged));
  }

  /** What a genuine token says, again and again under a false signature. */
  @Benchmark
  public TokenVerification repeatedUnderAnotherSignature() {
    return verifier.verify(new RawToken(resigned));
  }

  /** A login or a refresh. */
  @Benchmark
  public IssuedToken issue() {
    return issuer.issue(claims);
  }

  /** A session cookie's secret. */
  @Benchmark
  public boolean secretMatches() {
    return secretHash.matches(secret);
  }

  /** A refresh or CSRF token's tag. */
  @Benchmark
  public byte[] mac() {
    return macKey.mac(signature);
  }
}

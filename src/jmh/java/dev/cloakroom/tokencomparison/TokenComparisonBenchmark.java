package dev.cloakroom.tokencomparison;

import dev.cloakroom.issuer.ForeignTokens;
import dev.cloakroom.issuer.Outcome;
import io.smallrye.jwt.auth.principal.ParseException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * A token of another issuer: seen again, seen for the first time, and forged; beside the bare
 * signature check, SmallRye JWT's parser and Spring's decoder, told the same issuer, key and
 * audience.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init") // JMH does
public class TokenComparisonBenchmark {
  private static final long SOME_MEGABYTES = 1 << 24;

  /** The signature algorithm. */
  @Param({"ES256", "RS256"})
  public String algorithm;

  private ComparedToken token;
  private Others others;
  private ForeignTokens remembering;
  private ForeignTokens forgetful;
  private char[] characters;

  /** Makes a key and a token. */
  @Setup
  public void prepare() {
    token = ComparedToken.of(algorithm);
    others = new Others(token);
    remembering = token.takers(SOME_MEGABYTES);
    forgetful = token.takers(0);
    characters = token.text().toCharArray();
  }

  /** The baseline: what no design can do without. */
  @Benchmark
  public boolean rawSignatureVerify() throws GeneralSecurityException {
    return token.isSigned();
  }

  /** In a string of its own, as each request brings it. */
  @Benchmark
  public Optional<Outcome> repeated() {
    return remembering.find(new String(characters));
  }

  /** A token that has not come before. */
  @Benchmark
  public Optional<Outcome> firstSeen() {
    return forgetful.find(token.text());
  }

  /** Of this issuer and key by its own words. */
  @Benchmark
  public Optional<Outcome> forged() {
    return remembering.find(token.forged());
  }

  /** SmallRye JWT, which verifies each time. */
  @Benchmark
  public JsonWebToken smallRye() throws ParseException {
    return others.bySmallRye(token.text());
  }

  /** Spring Security, which verifies each time. */
  @Benchmark
  public Jwt spring() {
    return others.bySpring(token.text());
  }
}

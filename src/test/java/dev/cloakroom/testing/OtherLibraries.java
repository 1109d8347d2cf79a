package dev.cloakroom.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;

/**
 * What Nimbus and jose4j say of tokens, told the same as we: the issuer, its keys and their
 * algorithms, the audience, what must be there, a minute for clocks that differ.
 */
public final class OtherLibraries {
  private static final int SKEW = 60;
  private static final String AUDIENCE = "shop";

  private final DefaultJWTProcessor<SecurityContext> nimbus;
  private final JwtConsumer jose4j;

  /** They take tokens of an issuer who has these keys. */
  public OtherLibraries(String issuer, String jwks, List<String> algorithms, Clock clock) {
    this.nimbus = nimbus(issuer, jwks, algorithms, clock);
    this.jose4j = jose4j(issuer, jwks, algorithms, clock);
  }

  private static DefaultJWTProcessor<SecurityContext> nimbus(
      String issuer, String jwks, List<String> algorithms, Clock clock) {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt")));
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(
            Set.copyOf(algorithms.stream().map(JWSAlgorithm::parse).toList()),
            new ImmutableJWKSet<>(parsed(jwks))));
    DefaultJWTClaimsVerifier<SecurityContext> claims =
        new DefaultJWTClaimsVerifier<>(
            AUDIENCE,
            new JWTClaimsSet.Builder().issuer(issuer).build(),
            Set.of("sub", "exp", "iat")) {
          @Override
          protected Date currentTime() {
            return Date.from(clock.instant());
          }
        };
    claims.setMaxClockSkew(SKEW);
    processor.setJWTClaimsSetVerifier(claims);
    return processor;
  }

  private static JWKSet parsed(String jwks) {
    try {
      return JWKSet.parse(jwks);
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }

  private static JwtConsumer jose4j(
      String issuer, String jwks, List<String> algorithms, Clock clock) {
    try {
      return new JwtConsumerBuilder()
          .setVerificationKeyResolver(
              new JwksVerificationKeyResolver(new JsonWebKeySet(jwks).getJsonWebKeys()))
          .setJwsAlgorithmConstraints(
              new AlgorithmConstraints(ConstraintType.PERMIT, algorithms.toArray(String[]::new)))
          .setExpectedIssuer(issuer)
          .setExpectedAudience(AUDIENCE)
          .setRequireSubject()
          .setRequireExpirationTime()
          .setRequireIssuedAt()
          .setAllowedClockSkewInSeconds(SKEW)
          .setEvaluationTime(NumericDate.fromSeconds(clock.instant().getEpochSecond()))
          .build();
    } catch (JoseException e) {
      throw new AssertionError(e);
    }
  }

  /** Why Nimbus refuses a token; empty if it takes it. */
  public String refusalByNimbus(String token) {
    try {
      nimbus.process(token, null);
      return "";
    } catch (ParseException | BadJOSEException | JOSEException e) {
      return e.toString();
    }
  }

  /** Why jose4j refuses a token; empty if it takes it. */
  public String refusalByJose4j(String token) {
    try {
      jose4j.processToClaims(token);
      return "";
    } catch (InvalidJwtException e) {
      return e.getErrorDetails().isEmpty()
          ? e.toString()
          : e.getErrorDetails().get(0).getErrorMessage();
    }
  }
}

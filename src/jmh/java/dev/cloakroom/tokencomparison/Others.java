package dev.cloakroom.tokencomparison;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import java.util.Collection;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** SmallRye JWT and Spring Security, each with one key that is there from the start. */
final class Others {
  private final DefaultJWTParser smallRye;
  private final NimbusJwtDecoder spring;

  Others(ComparedToken token) {
    JWTAuthContextInfo info = new JWTAuthContextInfo(token.publicKey(), ComparedToken.ISSUER);
    info.setExpectedAudience(Set.of(ComparedToken.AUDIENCE));
    info.setSignatureAlgorithm(
        Set.of(SignatureAlgorithm.fromAlgorithm(token.algorithm().getName())));
    this.smallRye = new DefaultJWTParser(info);
    this.spring = spring(token);
  }

  private static NimbusJwtDecoder spring(ComparedToken token) {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(
            token.algorithm(), new ImmutableJWKSet<>(new JWKSet(token.key().toPublicJWK()))));
    // Spring checks the claims itself
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
    NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            JwtValidators.createDefaultWithIssuer(ComparedToken.ISSUER),
            new JwtClaimValidator<Collection<String>>(
                "aud", audience -> audience.contains(ComparedToken.AUDIENCE))));
    return decoder;
  }

  JsonWebToken bySmallRye(String text) throws ParseException {
    return smallRye.parse(text);
  }

  Jwt bySpring(String text) {
    return spring.decode(text);
  }
}

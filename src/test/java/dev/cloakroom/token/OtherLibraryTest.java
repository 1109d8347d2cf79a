package dev.cloakroom.token;

import static dev.cloakroom.token.TokenForge.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Access tokens as other services read them, who know no more than what we publish. */
class OtherLibraryTest {
  private final TokenForge forge = new TokenForge();
  private final AccessTokenIssuer issuer = forge.issuer();

  /** Another library, knowing only what we publish, must come to the same result. */
  @Test
  void issue_readByAnotherLibraryWithOurJwks_isGenuine() throws Exception {
    SignedJWT jwt = SignedJWT.parse(issuer.issue(ALICE).text());
    var key = JWKSet.parse(forge.keys().jwksJson()).getKeyByKeyId(jwt.getHeader().getKeyID());

    assertThat(jwt.verify(new ECDSAVerifier(key.toECKey()))).isTrue();
    assertThat(jwt.getHeader().toJSONObject()).containsOnlyKeys("alg", "kid", "typ", "mac");
    assertThat(jwt.getHeader().getAlgorithm().getName()).isEqualTo("ES256");
  }

  /** RFC 7515 §4: a parameter that is not understood and not critical is ignored. */
  @Test
  @Tag("J15")
  void issue_readByAResourceServerOfThatLibrary_isAcceptedInSpiteOfTheMac() throws Exception {
    DefaultJWTProcessor<SecurityContext> server = new DefaultJWTProcessor<>();
    server.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt")));
    server.setJWSKeySelector(
        new JWSVerificationKeySelector<>(
            JWSAlgorithm.ES256, new ImmutableJWKSet<>(JWKSet.parse(forge.keys().jwksJson()))));
    server.setJWTClaimsSetVerifier((claims, context) -> {});
    String genuine = issuer.issue(ALICE).text();

    assertThat(server.process(genuine, null).getSubject()).isEqualTo("alice");
    assertThat(SignedJWT.parse(genuine).getHeader().getCriticalParams()).isNull();
    assertThatThrownBy(() -> server.process(forge.issuerOfAnotherRing().issue(ALICE).text(), null))
        .isInstanceOf(BadJOSEException.class);
  }
}

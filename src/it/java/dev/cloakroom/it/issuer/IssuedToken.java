package dev.cloakroom.it.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token that an issuer is about to sign, as Keycloak writes them. Each method gives itself back.
 */
public final class IssuedToken {
  private final Map<String, Object> claims = new LinkedHashMap<>();
  private @Nullable RSAKey key;
  private String type = "JWT";
  private JWSAlgorithm algorithm = JWSAlgorithm.RS256;

  IssuedToken(String issuer, String caller, List<String> roles) {
    Instant now = Instant.now();
    claims.put("iss", issuer);
    claims.put("sub", caller);
    claims.put("aud", List.of(FakeIssuer.AUDIENCE, "account"));
    claims.put("jti", UUID.randomUUID().toString());
    claims.put("sid", "session-of-" + caller);
    claims.put("typ", "Bearer");
    claims.put("realm_access", Map.of("roles", roles));
    issuedAt(now);
    expiresAt(now.plusSeconds(300));
  }

  /** With a claim; without it, if the value is null. */
  IssuedToken with(String claim, @Nullable Object value) {
    if (value == null) {
      claims.remove(claim);
    } else {
      claims.put(claim, value);
    }
    return this;
  }

  public IssuedToken issuedAt(Instant moment) {
    return with("iat", Date.from(moment));
  }

  IssuedToken expiresAt(Instant moment) {
    return with("exp", Date.from(moment));
  }

  /** What it calls itself. */
  IssuedToken type(String changed) {
    type = changed;
    return this;
  }

  IssuedToken algorithm(JWSAlgorithm changed) {
    algorithm = changed;
    return this;
  }

  /** By which key it is signed. */
  IssuedToken by(RSAKey changed) {
    key = changed;
    return this;
  }

  /** Signed. */
  public String text() {
    RSAKey signer = Objects.requireNonNull(key);
    JWTClaimsSet.Builder set = new JWTClaimsSet.Builder();
    claims.forEach(set::claim);
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(algorithm)
                .keyID(signer.getKeyID())
                .type(new JOSEObjectType(type))
                .build(),
            set.build());
    try {
      token.sign(new RSASSASigner(signer));
      return token.serialize();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

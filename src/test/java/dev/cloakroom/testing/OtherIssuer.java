package dev.cloakroom.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.cloakroom.identitystore.AccessTokens;
import dev.cloakroom.identitystore.CallerValidator;
import dev.cloakroom.identitystore.ForeignAccessTokens;
import dev.cloakroom.identitystore.ForeignCallers;
import dev.cloakroom.issuer.ForeignTokens;
import dev.cloakroom.session.TokenRevocations;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Another issuer, by what its tokens and our settings say of it: one key, which is configured. */
public final class OtherIssuer {
  private final String name;
  private final ECKey key = newKey();

  /** One that the settings give a name. */
  public OtherIssuer(String name) {
    this.name = name;
  }

  private static ECKey newKey() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID("one").generate();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Who it says it is. */
  public String issuer() {
    return "https://" + name + ".example.org";
  }

  /** The settings without which its tokens are not taken. */
  public Map<String, String> settings() {
    String start = "cloakroom.issuers." + name + ".";
    return Map.of(
        start + "issuer", issuer(),
        start + "audience", "shop",
        start + "public-key", key.toPublicJWK().toJSONString());
  }

  /** The same by the settings of MicroProfile JWT; its tokens come in this cookie. */
  public Map<String, String> mpJwtSettings(String cookie) {
    return Map.of(
        "mp.jwt.verify.issuer",
        issuer(),
        "mp.jwt.verify.publickey",
        key.toPublicJWK().toJSONString(),
        "mp.jwt.verify.publickey.algorithm",
        "ES256",
        "mp.jwt.token.header",
        "Cookie",
        "mp.jwt.token.cookie",
        cookie);
  }

  /** The access tokens of an application that takes those of issuers, as its settings say. */
  public static AccessTokens takenBy(TestApplication app) {
    ForeignTokens foreign =
        ForeignTokens.open(
            app.settings.issuers(), OtherIssuer.class.getClassLoader(), app.clock, 1 << 20);
    CallerValidator nobody =
        new CallerValidator(credential -> CredentialValidationResult.NOT_VALIDATED_RESULT);
    ForeignCallers callers =
        new ForeignCallers(
            app.sessions, new TokenRevocations(app.sessions), nobody, app.settings.issuers());
    return new ForeignAccessTokens(app.accessTokens, foreign, callers, text -> false);
  }

  /** A token of a caller in the group {@code user}, good for five minutes from a moment on. */
  public String token(String caller, Instant now) {
    return token(caller, now, Map.of());
  }

  /** The same with other claims. */
  public String token(String caller, Instant now, Map<String, Object> more) {
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer())
            .subject(caller)
            .audience("shop")
            .jwtID(UUID.randomUUID().toString())
            .claim("groups", List.of("user"))
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(300)));
    more.forEach(claims::claim);
    return signed(claims.build());
  }

  private String signed(JWTClaimsSet claims) {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .keyID("one")
            .type(new JOSEObjectType("at+jwt"))
            .build();
    try {
      SignedJWT token = new SignedJWT(header, claims);
      token.sign(new ECDSASigner(key));
      return token.serialize();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

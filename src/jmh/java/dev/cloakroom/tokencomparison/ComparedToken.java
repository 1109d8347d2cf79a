package dev.cloakroom.tokencomparison;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.cloakroom.config.SettingsReader;
import dev.cloakroom.config.SettingsSource;
import dev.cloakroom.crypto.Base64Url;
import dev.cloakroom.issuer.ForeignTokens;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

/** A token as another issuer's server makes them, an hour long, and its key. */
record ComparedToken(String text, JWK key, JWSAlgorithm algorithm) {
  static final String ISSUER = "https://partner.test/realms/one";
  static final String AUDIENCE = "shop";

  private static final String ID = "k1";
  private static final int RSA_BITS = 2048;

  static ComparedToken of(String name) {
    JWSAlgorithm algorithm = JWSAlgorithm.parse(name);
    try {
      JWK key =
          JWSAlgorithm.Family.EC.contains(algorithm)
              ? new ECKeyGenerator(Curve.P_256).keyID(ID).algorithm(algorithm).generate()
              : new RSAKeyGenerator(RSA_BITS).keyID(ID).algorithm(algorithm).generate();
      return new ComparedToken(signed(key, algorithm), key, algorithm);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String signed(JWK key, JWSAlgorithm algorithm) throws JOSEException {
    Instant now = Instant.now();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .subject("f81d4fae-7dec-11d0-a765-00a0c91e6bf6")
            .audience(List.of(AUDIENCE, "account"))
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(3600)))
            .jwtID("8a1c0f0e-5f0f-4d2c-9e4f-0a1b2c3d4e5f")
            .claim("preferred_username", "alice")
            .claim("groups", List.of("user", "staff", "editor"))
            .claim("scope", "openid profile email")
            .build();
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(algorithm).keyID(ID).type(JOSEObjectType.JWT).build(), claims);
    token.sign(new DefaultJWSSignerFactory().createJWSSigner(key));
    return token.serialize();
  }

  /** What takes it, and remembers so much. */
  ForeignTokens takers(long bytes) {
    String prefix = "cloakroom.issuers.partner.";
    Map<String, String> settings =
        Map.of(
            prefix + "issuer",
            ISSUER,
            prefix + "audience",
            AUDIENCE,
            prefix + "algorithms",
            algorithm.getName(),
            prefix + "public-key",
            new JWKSet(key).toPublicJWKSet().toString());
    return ForeignTokens.open(
        SettingsReader.read(SettingsSource.of("benchmark", settings)).settings().issuers(),
        ComparedToken.class.getClassLoader(),
        Clock.systemUTC(),
        bytes);
  }

  PublicKey publicKey() {
    try {
      return ((AsymmetricJWK) key).toPublicKey();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The bare check. */
  boolean isSigned() throws GeneralSecurityException {
    int end = text.lastIndexOf('.');
    Signature verification =
        Signature.getInstance(
            algorithm.equals(JWSAlgorithm.RS256)
                ? "SHA256withRSA"
                : "SHA256withECDSAinP1363Format");
    verification.initVerify(publicKey());
    verification.update(text.substring(0, end).getBytes(US_ASCII));
    return verification.verify(Base64Url.decode(text.substring(end + 1)).orElseThrow());
  }

  /** The same claims under the signature of something else. */
  String forged() {
    int at = text.lastIndexOf('.') + 20;
    char other = text.charAt(at) == 'A' ? 'B' : 'A';
    return text.substring(0, at) + other + text.substring(at + 1);
  }
}

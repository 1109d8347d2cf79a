package dev.cloakroom.cdi;

import dev.cloakroom.config.AccessTokenSettings;
import dev.cloakroom.crypto.KeyRing;
import dev.cloakroom.crypto.RandomIds;
import dev.cloakroom.identitystore.AccessTokens;
import dev.cloakroom.identitystore.CallerValidator;
import dev.cloakroom.session.SessionEnvironment;
import dev.cloakroom.session.SessionResolver;
import dev.cloakroom.token.AccessTokenIssuer;
import dev.cloakroom.token.AccessTokenPolicy;
import dev.cloakroom.token.AccessTokenVerifier;
import dev.cloakroom.token.VerifiedTokens;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;

/** Builds what issues and checks credentials, each part once for an application. */
@Dependent
public class TokenProducers {
  private static final int VERIFIED_TOKENS = 10_000;

  /** Made by the container. */
  public TokenProducers() {}

  @Produces
  @Singleton
  Deployment deployment() {
    return Deployment.current();
  }

  @Produces
  @Singleton
  KeyRing keys(Deployment deployment) {
    return deployment.keys();
  }

  @Produces
  @Singleton
  AccessTokenPolicy policy(Deployment deployment) {
    AccessTokenSettings settings = deployment.settings().accessToken();
    String issuer = settings.issuer() == null ? deployment.defaultIssuer() : settings.issuer();
    String audience = settings.audience() == null ? issuer : settings.audience();
    return new AccessTokenPolicy(issuer, audience, settings.ttl(), settings.clockSkew());
  }

  @Produces
  @Singleton
  AccessTokenIssuer issuer(
      KeyRing keys, AccessTokenPolicy policy, SessionEnvironment sessions, RandomIds random) {
    return new AccessTokenIssuer(keys, policy, sessions.clock(), random);
  }

  @Produces
  @Singleton
  AccessTokens accessTokens(
      KeyRing keys,
      AccessTokenPolicy policy,
      SessionEnvironment sessions,
      SessionResolver resolver) {
    AccessTokenVerifier verifier = new AccessTokenVerifier(keys, policy, sessions.clock());
    VerifiedTokens tokens = new VerifiedTokens(verifier, sessions.clock(), VERIFIED_TOKENS);
    return new AccessTokens(tokens, resolver);
  }

  @Produces
  @Singleton
  CallerValidator validator(IdentityStoreHandler stores) {
    return new CallerValidator(stores);
  }
}

package dev.cloakroom.cdi;

import dev.cloakroom.config.AccessTokenSettings;
import dev.cloakroom.config.BearerKind;
import dev.cloakroom.config.RelaySettings;
import dev.cloakroom.crypto.KeySource;
import dev.cloakroom.crypto.RandomIds;
import dev.cloakroom.identitystore.AccessTokens;
import dev.cloakroom.identitystore.ForeignAccessTokens;
import dev.cloakroom.identitystore.ForeignCallers;
import dev.cloakroom.identitystore.JwtAccessTokens;
import dev.cloakroom.identitystore.JwtSpelling;
import dev.cloakroom.identitystore.OpaqueAccessTokens;
import dev.cloakroom.issuer.ForeignTokens;
import dev.cloakroom.relay.RelayTargets;
import dev.cloakroom.relay.RelayedTokens;
import dev.cloakroom.session.RefreshTokens;
import dev.cloakroom.session.SessionEnvironment;
import dev.cloakroom.session.SessionResolver;
import dev.cloakroom.session.SignedSpelling;
import dev.cloakroom.session.TicketSpelling;
import dev.cloakroom.task.CurrentLogin;
import dev.cloakroom.token.AccessTokenIssuer;
import dev.cloakroom.token.AccessTokenPolicy;
import dev.cloakroom.token.AccessTokenVerifier;
import dev.cloakroom.token.CookieTokens;
import dev.cloakroom.token.OpaqueTokens;
import dev.cloakroom.token.VerifiedTokens;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Builds what issues and checks credentials, each part once for an application. */
@Dependent
public class TokenProducers {

  /** Ten thousand tokens of callers in few groups. */
  private static final long BYTES_OF_TOKENS = 64L * 1024 * 1024;

  /** Made by the container. */
  public TokenProducers() {}

  @Produces
  @Singleton
  Deployment deployment() {
    return Deployment.current();
  }

  @Produces
  @Singleton
  KeySource keys(Deployment deployment) {
    return deployment.keys();
  }

  @Produces
  @Singleton
  KeyUpkeep upkeep(Deployment deployment, SessionEnvironment sessions) {
    return new KeyUpkeep(deployment.keys(), sessions);
  }

  void stop(@Disposes KeyUpkeep upkeep) {
    upkeep.close();
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
  AccessTokens accessTokens(
      Deployment deployment,
      AccessTokenPolicy policy,
      SessionEnvironment sessions,
      SessionResolver resolver,
      ForeignTokens foreign,
      ForeignCallers callers,
      RefreshTokens refreshTokens) {
    AccessTokens own = own(deployment, policy, sessions.clock(), resolver, BYTES_OF_TOKENS);
    return foreign.isEmpty()
        ? own
        : new ForeignAccessTokens(
            own, foreign, callers, text -> refreshTokens.sessionIdAtAnyTime(text).isPresent());
  }

  private static AccessTokens own(
      Deployment deployment,
      AccessTokenPolicy policy,
      Clock clock,
      SessionResolver resolver,
      long remembered) {
    return deployment.settings().credentials().bearer() == BearerKind.JWT
        ? jwts(deployment.keys(), policy, clock, resolver, remembered)
        : opaque(deployment.keys(), policy, clock, resolver);
  }

  /** No token that is passed on comes back to be looked for. */
  @Produces
  @Singleton
  RelayedTokens relayed(
      Deployment deployment,
      AccessTokenPolicy policy,
      SessionEnvironment sessions,
      SessionResolver resolver,
      CurrentLogin current) {
    RelaySettings relay = deployment.settings().relay();
    return new RelayedTokens(
        new RelayTargets(relay.origins()),
        current,
        own(deployment, policy.lasting(relay.ttl()), sessions.clock(), resolver, 0));
  }

  private static AccessTokens opaque(
      KeySource keys, AccessTokenPolicy policy, Clock clock, SessionResolver resolver) {
    return new OpaqueAccessTokens(
        new OpaqueTokens(keys.deriveMacKey("access token"), policy.ttl(), clock), resolver);
  }

  @Produces
  @Singleton
  TicketSpelling spelling(
      Deployment deployment, AccessTokenPolicy policy, SessionEnvironment sessions) {
    return switch (deployment.settings().credentials().session()) {
      case OPAQUE -> TicketSpelling.OPAQUE;
      case SIGNED -> new SignedSpelling(deployment.keys().deriveMacKey("session cookie"));
      case JWT ->
          new JwtSpelling(
              new CookieTokens(deployment.keys(), sessions.clock(), BYTES_OF_TOKENS),
              policy.issuer(),
              sessions.settings().touchInterval(),
              sessions.clock());
    };
  }

  private static AccessTokens jwts(
      KeySource keys,
      AccessTokenPolicy policy,
      Clock clock,
      SessionResolver resolver,
      long remembered) {
    AccessTokenVerifier verifier = new AccessTokenVerifier(keys, policy, clock);
    return new JwtAccessTokens(
        new AccessTokenIssuer(keys, policy, clock, new RandomIds()),
        new VerifiedTokens(verifier, clock, remembered),
        resolver);
  }
}

package dev.cloakroom.cdi;

import dev.cloakroom.config.MpJwtSettings;
import dev.cloakroom.crossorigin.Cors;
import dev.cloakroom.crossorigin.CrossOriginGuard;
import dev.cloakroom.crossorigin.TrustedProxies;
import dev.cloakroom.identitystore.AccessTokens;
import dev.cloakroom.mechanism.Challenger;
import dev.cloakroom.mechanism.CredentialPaths;
import dev.cloakroom.mechanism.OpenPlaces;
import dev.cloakroom.mechanism.RequestIdentification;
import dev.cloakroom.servlet.ClearSiteData;
import dev.cloakroom.servlet.CookiePolicy;
import dev.cloakroom.servlet.CorsAnswers;
import dev.cloakroom.servlet.CsrfCheck;
import dev.cloakroom.servlet.FactorCookie;
import dev.cloakroom.servlet.FrameProtection;
import dev.cloakroom.servlet.LoginPage;
import dev.cloakroom.servlet.Logout;
import dev.cloakroom.servlet.RequestCredentials;
import dev.cloakroom.servlet.SessionCookie;
import dev.cloakroom.servlet.ShownLogins;
import dev.cloakroom.servlet.StrictTransport;
import dev.cloakroom.servlet.TicketRenewal;
import dev.cloakroom.session.LoginElevation;
import dev.cloakroom.session.RefreshTokens;
import dev.cloakroom.session.SessionEnder;
import dev.cloakroom.session.SessionEnvironment;
import dev.cloakroom.session.SessionResolver;
import dev.cloakroom.session.TicketRotation;
import dev.cloakroom.session.TicketSpelling;
import dev.cloakroom.token.AccessTokenPolicy;
import dev.cloakroom.web.Askers;
import dev.cloakroom.web.LoginAnswers;
import dev.cloakroom.web.RequestElevation;
import dev.cloakroom.web.TokenHandout;
import dev.cloakroom.web.TokenIntrospection;
import dev.cloakroom.web.VetoAdvice;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Builds what the mechanism, the endpoints and the filters stand on, each part once. */
@Dependent
public class WebProducers {

  /** Made by the container. */
  public WebProducers() {}

  @Produces
  @Singleton
  TrustedProxies proxies(Deployment deployment) {
    return deployment.rules().proxies();
  }

  @Produces
  @Singleton
  CookiePolicy policy(Deployment deployment) {
    return deployment.rules().cookies();
  }

  @Produces
  @Singleton
  StrictTransport strictTransport(Deployment deployment, TrustedProxies proxies) {
    return new StrictTransport(deployment.settings().browser().hsts(), proxies);
  }

  @Produces
  @Singleton
  FrameProtection frameProtection(Deployment deployment) {
    return new FrameProtection(deployment.settings().browser().frames());
  }

  @Produces
  @Singleton
  ClearSiteData clearSiteData(Deployment deployment, CookiePolicy policy) {
    return new ClearSiteData(deployment.settings().browser().clearedAtLogout(), policy);
  }

  @Produces
  @Singleton
  SessionCookie cookie(CookiePolicy policy, SessionEnvironment sessions, TicketSpelling spelling) {
    return new SessionCookie(policy, spelling, sessions.clock());
  }

  @Produces
  @Singleton
  RequestCredentials credentials(Deployment deployment, SessionCookie cookie) {
    MpJwtSettings mpJwt = deployment.settings().mpJwt();
    return new RequestCredentials(cookie, mpJwt == null ? null : mpJwt.cookie());
  }

  @Produces
  @Singleton
  Cors cors(Deployment deployment) {
    return deployment.rules().cors();
  }

  @Produces
  @Singleton
  CorsAnswers corsAnswers(Deployment deployment) {
    return deployment.rules().corsAnswers();
  }

  @Produces
  @Singleton
  CrossOriginGuard crossOrigin(
      Deployment deployment, Cors cors, CookiePolicy policy, TrustedProxies proxies) {
    return new CrossOriginGuard(deployment.settings().csrf(), cors, policy::isSecure, proxies);
  }

  @Produces
  @Singleton
  LoginPage page(Deployment deployment) {
    return deployment.rules().page();
  }

  @Produces
  @Singleton
  Logout logout(SessionEnder ender, SessionCookie cookie, ShownLogins shown) {
    return new Logout(ender, cookie, shown);
  }

  @Produces
  @Singleton
  ShownLogins shownLogins(
      RequestCredentials credentials,
      CrossOriginGuard crossOrigin,
      SessionResolver sessions,
      AccessTokens accessTokens,
      RefreshTokens refreshTokens) {
    return new ShownLogins(
        credentials,
        crossOrigin,
        sessions,
        new ShownLogins.Tokens(
            shown ->
                refreshTokens
                    .sessionIdAtAnyTime(shown.text())
                    .or(() -> accessTokens.sessionIdAtAnyTime(shown)),
            accessTokens::foreignLogin,
            accessTokens::foreignLoginInCookie));
  }

  /** What the mechanism cannot be without: where Cloakroom has not started, it answers nobody. */
  @Produces
  @Singleton
  CredentialPaths credentialPaths(Deployment deployment, FactorCookie pending) {
    return new CredentialPaths(deployment.initialized().settings(), pending);
  }

  @Produces
  @Singleton
  OpenPlaces openPlaces(Deployment deployment) {
    return new OpenPlaces(deployment.settings());
  }

  @Produces
  @Singleton
  RequestIdentification identification(
      RequestCredentials credentials,
      SessionResolver sessions,
      AccessTokens accessTokens,
      CrossOriginGuard crossOrigin) {
    return new RequestIdentification(credentials, sessions, accessTokens, crossOrigin);
  }

  @Produces
  @Singleton
  TicketRenewal renewal(TicketRotation rotation, SessionCookie cookie) {
    return new TicketRenewal(rotation, cookie);
  }

  @Produces
  @Singleton
  RequestElevation requestElevation(
      LoginElevation elevation, SessionCookie cookie, AccessTokens tokens) {
    return new RequestElevation(elevation, cookie, tokens);
  }

  @Produces
  @Singleton
  Challenger challenger(Deployment deployment, LoginPage page, OpenPlaces open) {
    return new Challenger(page, open, deployment.settings().mpJwt() != null);
  }

  @Produces
  @Singleton
  TokenHandout handout(Deployment deployment, AccessTokens tokens) {
    return new TokenHandout(deployment.settings().login().tokens(), tokens);
  }

  @Produces
  @Singleton
  Askers askers(Deployment deployment) {
    return new Askers(deployment.settings().introspection());
  }

  @Produces
  @Singleton
  TokenIntrospection introspection(
      AccessTokens accessTokens,
      RefreshTokens refreshTokens,
      AccessTokenPolicy policy,
      SessionEnvironment sessions) {
    return new TokenIntrospection(accessTokens, refreshTokens, policy, sessions.clock());
  }

  @Produces
  @Singleton
  LoginAnswers answers(LoginPage page, TokenHandout handout, CsrfCheck csrf) {
    return new LoginAnswers(page, handout, csrf);
  }

  /** The one server known to do this, as it comes. */
  @Produces
  @Singleton
  VetoAdvice vetoAdvice() {
    return new VetoAdvice(
        "On WildFly, switch integrated-jaspi off, as server-config/wildfly of Cloakroom does:"
            + " /subsystem=undertow/application-security-domain=other"
            + ":write-attribute(name=integrated-jaspi,value=false)");
  }
}

package dev.cloakroom.cdi;

import dev.cloakroom.crossorigin.CsrfTokens;
import dev.cloakroom.crypto.RandomIds;
import dev.cloakroom.servlet.CookiePolicy;
import dev.cloakroom.servlet.CsrfCheck;
import dev.cloakroom.servlet.CsrfHandout;
import dev.cloakroom.servlet.RequestCredentials;
import dev.cloakroom.servlet.ScriptCookie;
import dev.cloakroom.servlet.VisitorCookie;
import dev.cloakroom.web.CsrfExemptions;
import dev.cloakroom.web.ServedCsrfToken;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Builds what gives CSRF tokens and asks for them, each part once for an application. */
@Dependent
public class CsrfProducers {

  /** Made by the container. */
  public CsrfProducers() {}

  @Produces
  @Singleton
  CsrfTokens tokens(Deployment deployment, RandomIds random) {
    return new CsrfTokens(deployment.keys().deriveMacKey("csrf"), random);
  }

  @Produces
  @Singleton
  VisitorCookie visitor(CookiePolicy policy, CsrfTokens tokens) {
    return new VisitorCookie(policy, tokens);
  }

  @Produces
  @Singleton
  CsrfCheck check(
      Deployment deployment,
      CsrfTokens tokens,
      RequestCredentials credentials,
      VisitorCookie visitor) {
    return new CsrfCheck(deployment.settings(), tokens, credentials, visitor);
  }

  @Produces
  @Singleton
  CsrfHandout handout(
      Deployment deployment, CookiePolicy policy, CsrfTokens tokens, VisitorCookie visitor) {
    boolean tellsScripts = deployment.settings().csrf().scriptCookie();
    return new CsrfHandout(tokens, visitor, tellsScripts ? new ScriptCookie(policy, tokens) : null);
  }

  @Produces
  @Singleton
  ServedCsrfToken served(Deployment deployment, CsrfHandout handout) {
    return new ServedCsrfToken(deployment.settings().csrf().mode(), handout);
  }

  @Produces
  @Singleton
  CsrfExemptions exemptions(Deployment deployment) {
    return new CsrfExemptions(deployment.settings().csrf().mode());
  }
}

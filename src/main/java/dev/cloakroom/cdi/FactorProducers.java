package dev.cloakroom.cdi;

import dev.cloakroom.crossorigin.CrossOriginGuard;
import dev.cloakroom.crypto.RandomIds;
import dev.cloakroom.factor.StoredOneTimeTokens;
import dev.cloakroom.servlet.BrowserCookie;
import dev.cloakroom.servlet.CookiePolicy;
import dev.cloakroom.session.SessionEnvironment;
import dev.cloakroom.web.ServedBrowser;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Builds what proves a caller beside a password, or in its place, each part once. */
@Dependent
public class FactorProducers {

  /** Made by the container. */
  public FactorProducers() {}

  @Produces
  @Singleton
  StoredOneTimeTokens oneTimeTokens(
      SessionEnvironment sessions, Deployment deployment, RandomIds random) {
    return new StoredOneTimeTokens(
        sessions.store(), deployment.settings().oneTime(), random, sessions.clock());
  }

  @Produces
  @Singleton
  ServedBrowser browser(CookiePolicy policy, CrossOriginGuard crossOrigin, RandomIds random) {
    return new ServedBrowser(new BrowserCookie(policy, crossOrigin, random::tokenId));
  }
}

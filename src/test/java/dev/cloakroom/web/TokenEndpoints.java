package dev.cloakroom.web;

import dev.cloakroom.identitystore.AccessTokens;
import dev.cloakroom.testing.TestApplication;

/** The endpoints that are about a token that they are sent, of the application of others. */
@SuppressWarnings("UnnecessaryAssignment") // stands in for the container, which injects
final class TokenEndpoints {
  final IntrospectServlet introspect = new IntrospectServlet();
  final RevokeServlet revoke = new RevokeServlet();
  private final TestApplication app;

  TokenEndpoints(Endpoints others) {
    app = others.app;
    others.guard(introspect);
    others.guard(revoke);
    introspect.askers = new Askers(app.settings.introspection());
    introspect.failed = others.refresh.failed;
    revoke.refreshTokens = app.refreshTokens;
    revoke.ender = app.ender;
    areAbout(app.accessTokens);
  }

  /** They know these access tokens from now on. */
  void areAbout(AccessTokens tokens) {
    introspect.introspection =
        new TokenIntrospection(tokens, app.refreshTokens, TestApplication.TOKENS, app.clock);
    revoke.accessTokens = tokens;
  }
}

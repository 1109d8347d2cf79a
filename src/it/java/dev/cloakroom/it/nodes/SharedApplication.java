package dev.cloakroom.it.nodes;

import dev.cloakroom.it.factor.app.NumberFactor;
import dev.cloakroom.it.issuer.FakeIssuer;
import dev.cloakroom.it.logins.app.Employee;
import dev.cloakroom.it.logins.app.EmployeePage;
import dev.cloakroom.it.logins.app.StaffStore;
import dev.cloakroom.it.logins.app.Visitor;
import dev.cloakroom.it.onetime.app.KnownMembers;
import dev.cloakroom.it.onetime.app.OneTimePage;
import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.probe.ProbeWar;
import dev.cloakroom.it.probe.app.CookieResource;
import dev.cloakroom.it.probe.app.ProbeApplication;
import dev.cloakroom.it.probe.app.ProbeIdentityStore;
import dev.cloakroom.it.probe.app.SessionsResource;
import dev.cloakroom.it.probe.app.Visits;
import dev.cloakroom.it.probe.scoped.Basket;
import dev.cloakroom.it.stepup.app.ElevationResource;
import dev.cloakroom.readme.AuthenticatorApp;
import dev.cloakroom.readme.LinkCallers;
import dev.cloakroom.readme.LinkCredential;
import dev.cloakroom.readme.LinkMail;
import dev.cloakroom.readme.LoginByLink;
import dev.cloakroom.readme.Members;
import java.util.Map;

/**
 * An application on two servers that keep its login sessions together.
 *
 * @param servers which run
 * @param backEnd where the sessions are
 * @param path the application's, ending in a slash
 */
record SharedApplication(TwoServers servers, BackEnd backEnd, String path) {
  /** Whose tokens each takes beside its own. */
  static final FakeIssuer ISSUER = FakeIssuer.started();

  /**
   * Deploys one.
   *
   * @param name the application's
   * @param factors where authenticator apps are kept
   * @param settings what it is set to, its keys among it
   */
  static SharedApplication deployed(
      String name,
      TwoServers servers,
      BackEnd backEnd,
      SharedPostgres factors,
      Map<String, String> settings) {
    ProbeWar war =
        ProbeWar.bare(name + ".war")
            .classes(ProbeIdentityStore.class, ProbeApplication.class, SessionsResource.class)
            .classes(CookieResource.class, Visits.class)
            .classes(StaffStore.class, Employee.class, Employee.Badge.class, Visitor.class)
            .classes(EmployeePage.class, OneTimePage.class, ElevationResource.class)
            .classes(KnownMembers.class, Members.class, LinkMail.class, LoginByLink.class)
            .classes(LinkCredential.class, LinkCallers.class, NumberFactor.class)
            .classes(AuthenticatorApp.class)
            .classesBeside(Basket.class)
            .setting("cloakroom.path", "/auth")
            .setting("cloakroom.cookie.secure", "auto")
            .failures("5");
    settings.forEach(war::setting);
    ISSUER.addTo(war, "keycloak");
    factors.addFactorsTo(war);
    backEnd.addTo(war);
    servers.deploy(war.archive());
    return new SharedApplication(servers, backEnd, name + "/");
  }

  /** A client of the one server, without a login. */
  ProbeClient one() {
    return client(TwoServers.ONE);
  }

  /** A client of the other server, without a login. */
  ProbeClient other() {
    return client(TwoServers.OTHER);
  }

  private ProbeClient client(String name) {
    return ProbeClient.over(servers.server(name).server()).another(path);
  }
}

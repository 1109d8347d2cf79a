package dev.cloakroom.it.browser;

import dev.cloakroom.it.DemoDeployment;
import dev.cloakroom.it.browser.app.Journal;
import dev.cloakroom.it.probe.ProbeWar;
import dev.cloakroom.it.probe.app.ProbeIdentityStore;
import dev.cloakroom.it.process.Wars;
import java.nio.file.Path;
import java.util.List;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The same application, which differs in what its cookie and pages of another site may do; and, at
 * the root, the demo.
 */
final class BankWars implements Wars {
  /** As an installation has it: {@code SameSite=Lax}. */
  static final String LAX = "bank";

  /** With {@code SameSite=Strict}. */
  static final String STRICT = "strict";

  /** With {@code SameSite=None}: the browser sends it with whatever any page asks for. */
  static final String NONE = "none";

  /** For all subdomains. */
  static final String SHARED = "shared";

  private static final String CREDENTIALS = "cloakroom.cors.allow-credentials";
  private static final String SAME_SITE = "cloakroom.cookie.same-site";
  private static final StringAsset LOGIN_PAGE =
      new StringAsset(
          """
          <!doctype html>
          <title>Log in</title>
          <form action="auth/login" method="post">
            <input name="username">
            <input name="password" type="password">
            <button>Log in</button>
          </form>
          """);

  @Override
  public List<WebArchive> in(Path folder) {
    return List.of(
        paged(bank(LAX)),
        paged(bank(STRICT).setting(SAME_SITE, "Strict")),
        paged(bank(NONE).setting(SAME_SITE, "None")),
        paged(bank(SHARED).setting("cloakroom.cookie.domain", Site.BANK.host())),
        paged(friendly("cors-none").setting(SAME_SITE, "None")),
        paged(friendly("cors-none-plain").setting(SAME_SITE, "None").setting(CREDENTIALS, "false")),
        paged(friendly("cors-lax")),
        paged(friendly("cors-lax-plain").setting(CREDENTIALS, "false")),
        DemoDeployment.demo());
  }

  private static ProbeWar bank(String name) {
    return ProbeWar.bare(name + ".war")
        .classes(ProbeIdentityStore.class)
        .classesBeside(Journal.class)
        .setting("cloakroom.path", "/auth")
        .setting("cloakroom.login.page", "/login.html")
        .setting("cloakroom.login.default-target", "/declared/account");
  }

  /** One that pages of another site may read. */
  private static ProbeWar friendly(String name) {
    return bank(name)
        .setting("cloakroom.cors.allowed-origins", OtherSites.origin(Site.FRIEND))
        .setting("cloakroom.cors.allowed-headers", "X-Wish");
  }

  private static WebArchive paged(ProbeWar war) {
    return war.archive().addAsWebResource(LOGIN_PAGE, "login.html");
  }
}

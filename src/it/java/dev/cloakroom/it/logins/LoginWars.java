package dev.cloakroom.it.logins;

import dev.cloakroom.it.logins.app.OwnPages;
import dev.cloakroom.it.probe.ProbeWar;
import dev.cloakroom.it.probe.app.ProbeIdentityStore;
import dev.cloakroom.it.process.Wars;
import java.nio.file.Path;
import java.util.List;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Applications with logins of their own, beside our endpoints or in their place. */
final class LoginWars implements Wars {
  private static final String ENABLED = "cloakroom.endpoint.%s.enabled";

  @Override
  public List<WebArchive> in(Path folder) {
    return List.of(
        beside("logins.war").archive(),
        inPlace("own-paths.war").archive(),
        beside("kept.war").setting("cloakroom.logout.on-invalidate", "false").archive());
  }

  private static ProbeWar beside(String name) {
    return bare(name).setting("cloakroom.path", "/auth");
  }

  /** The application's own pages are where our endpoints would be. */
  private static ProbeWar inPlace(String name) {
    return bare(name)
        .setting(ENABLED.formatted("login"), "false")
        .setting(ENABLED.formatted("logout"), "false")
        .setting(ENABLED.formatted("refresh"), "false")
        .setting(ENABLED.formatted("session"), "false");
  }

  private static ProbeWar bare(String name) {
    return ProbeWar.bare(name)
        .classesBeside(OwnPages.class)
        .classes(ProbeIdentityStore.class)
        .setting("cloakroom.roles", "user, admin")
        .setting("cloakroom.cookie.secure", "auto");
  }
}

package dev.cloakroom.it.factor;

import dev.cloakroom.it.factor.app.FactorApplication;
import dev.cloakroom.it.probe.ProbeWar;
import dev.cloakroom.it.probe.app.ProbeIdentityStore;
import dev.cloakroom.it.process.Wars;
import java.nio.file.Path;
import java.util.List;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Applications some of whose callers have a second factor, and then one that must not start. */
final class FactorWars implements Wars {

  @Override
  public List<WebArchive> in(Path folder) {
    return List.of(
        factors("factors.war").archive(),
        factors("factors-jwt.war").setting("cloakroom.session.credential", "jwt").archive(),
        factors("factors-strict.war")
            .setting("cloakroom.csrf", "token")
            .setting("cloakroom.session.max-per-caller", "1")
            .setting("cloakroom.session.when-full", "refuse")
            .archive(),
        factors("factors-asked.war")
            .setting("cloakroom.csrf", "always")
            .setting("cloakroom.login.tokens", "never")
            .archive(),
        factors("factors-unanswered.war")
            .setting("cloakroom.endpoint.factor.enabled", "false")
            .archive());
  }

  private static ProbeWar factors(String name) {
    return ProbeWar.bare(name)
        .classesBeside(FactorApplication.class)
        .classes(ProbeIdentityStore.class)
        .setting("cloakroom.roles", "user")
        .setting("cloakroom.path", "/auth")
        .setting("cloakroom.cookie.secure", "auto")
        .setting("cloakroom.login.page", "/in")
        .setting("cloakroom.login.factor-page", "/code")
        .failures("5");
  }
}

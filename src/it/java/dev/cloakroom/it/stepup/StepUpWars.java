package dev.cloakroom.it.stepup;

import dev.cloakroom.it.probe.ProbeWar;
import dev.cloakroom.it.probe.app.ProbeIdentityStore;
import dev.cloakroom.it.process.Wars;
import dev.cloakroom.it.stepup.app.VaultApplication;
import dev.cloakroom.it.stepup.unguarded.FreshFilter;
import dev.cloakroom.it.stepup.unguarded.FreshMethod;
import dev.cloakroom.it.stepup.unguarded.FreshObject;
import dev.cloakroom.it.stepup.unguarded.FreshSocket;
import dev.cloakroom.it.stepup.unguarded.LateListener;
import dev.cloakroom.it.stepup.unguarded.LatePage;
import dev.cloakroom.it.stepup.unguarded.UnreadableBean;
import java.nio.file.Path;
import java.util.List;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Applications that ask for proofs: those that are served, then those that must not be. */
final class StepUpWars implements Wars {

  @Override
  public List<WebArchive> in(Path folder) {
    return List.of(
        vault("vault.war").archive(),
        vault("vault-opaque.war")
            .setting("cloakroom.bearer.credential", "opaque")
            .setting("cloakroom.session.credential", "signed")
            .archive(),
        vault("vault-letter.war")
            .setting("cloakroom.rules.inherited", "false")
            .setting("cloakroom.session.credential", "jwt")
            .archive(),
        bare("proofs-unguarded.war")
            .classes(
                FreshFilter.class,
                FreshSocket.class,
                FreshMethod.class,
                FreshObject.class,
                UnreadableBean.class)
            .archive(),
        bare("proofs-late.war").classes(LatePage.class, LateListener.class).archive());
  }

  private static ProbeWar vault(String name) {
    return bare(name)
        .classesBeside(VaultApplication.class)
        .setting("cloakroom.login.page", "/in")
        .setting("cloakroom.login.step-up-page", "/confirm");
  }

  private static ProbeWar bare(String name) {
    return ProbeWar.bare(name)
        .classes(ProbeIdentityStore.class)
        .setting("cloakroom.path", "/auth")
        .setting("cloakroom.cookie.secure", "auto");
  }
}

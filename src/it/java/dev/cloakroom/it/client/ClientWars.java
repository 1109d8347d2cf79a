package dev.cloakroom.it.client;

import dev.cloakroom.it.csrf.app.NotesApplication;
import dev.cloakroom.it.probe.ProbeWar;
import dev.cloakroom.it.probe.app.ProbeIdentityStore;
import dev.cloakroom.it.process.Wars;
import java.nio.file.Path;
import java.util.List;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** One application that asks each client for CSRF tokens, and one whose access tokens are short. */
public final class ClientWars implements Wars {

  @Override
  public List<WebArchive> in(Path folder) {
    return List.of(
        war("client-csrf.war").setting("cloakroom.csrf", "always").archive(),
        war("client-brief.war")
            .setting("cloakroom.access-token.ttl", "PT1S")
            .setting("cloakroom.refresh.grace", "PT0S")
            .archive());
  }

  private static ProbeWar war(String name) {
    return ProbeWar.bare(name)
        .classes(ProbeIdentityStore.class)
        .classesBeside(NotesApplication.class)
        .setting("cloakroom.path", "/auth")
        .setting("cloakroom.cookie.secure", "auto");
  }
}

package dev.cloakroom.it.caller;

import dev.cloakroom.it.caller.app.CallerApplication;
import dev.cloakroom.it.probe.ProbeWar;
import dev.cloakroom.it.probe.app.ProbeIdentityStore;
import dev.cloakroom.it.process.Wars;
import java.nio.file.Path;
import java.util.List;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The application whose code runs everywhere. */
final class CallerWars implements Wars {

  @Override
  public List<WebArchive> in(Path folder) {
    return List.of(
        ProbeWar.bare("caller.war")
            .classes(ProbeIdentityStore.class)
            .classesBeside(CallerApplication.class)
            .setting("cloakroom.path", "/auth")
            .setting("cloakroom.cookie.secure", "auto")
            .archive());
  }
}

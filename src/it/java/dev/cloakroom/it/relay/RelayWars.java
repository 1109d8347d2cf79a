package dev.cloakroom.it.relay;

import dev.cloakroom.it.probe.ProbeWar;
import dev.cloakroom.it.probe.app.ProbeIdentityStore;
import dev.cloakroom.it.process.Wars;
import dev.cloakroom.it.relay.app.RelayApplication;
import dev.cloakroom.it.relay.failing.FailingApplication;
import java.nio.file.Path;
import java.util.List;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** An application that passes its callers on, to one service; and one that cannot. */
final class RelayWars implements Wars {

  @Override
  public List<WebArchive> in(Path folder) {
    return List.of(
        ProbeWar.bare("relay.war")
            .classes(ProbeIdentityStore.class)
            .classesBeside(RelayApplication.class)
            .setting("cloakroom.path", "/auth")
            .setting("cloakroom.cookie.secure", "auto")
            .setting("cloakroom.relay.origins", OtherService.NAMED.origin())
            .archive(),
        ProbeWar.bare("relay-failing.war").classesBeside(FailingApplication.class).archive());
  }
}

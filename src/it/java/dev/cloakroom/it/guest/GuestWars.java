package dev.cloakroom.it.guest;

import dev.cloakroom.it.guest.app.CallPage;
import dev.cloakroom.it.probe.ProbeWar;
import dev.cloakroom.it.probe.app.ProbeIdentityStore;
import dev.cloakroom.it.process.Wars;
import java.nio.file.Path;
import java.util.List;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** One application twice: without Cloakroom, and with it. Their names are of one length. */
final class GuestWars implements Wars {

  @Override
  public List<WebArchive> in(Path folder) {
    return List.of(
        ShrinkWrap.create(WebArchive.class, "without.war").addPackage(CallPage.class.getPackage()),
        ProbeWar.bare("guarded.war")
            .classesBeside(CallPage.class)
            .classes(ProbeIdentityStore.class)
            .setting("cloakroom.path", "/auth")
            .setting("cloakroom.cookie.secure", "auto")
            .archive());
  }
}

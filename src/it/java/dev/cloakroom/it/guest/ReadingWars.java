package dev.cloakroom.it.guest;

import dev.cloakroom.it.guest.reading.ReadingFilter;
import dev.cloakroom.it.probe.ProbeWar;
import dev.cloakroom.it.probe.app.ProbeIdentityStore;
import dev.cloakroom.it.process.Wars;
import dev.cloakroom.testing.BytesIn;
import java.nio.file.Path;
import java.util.List;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** An application whose filter reads bodies, open and behind a constraint. */
final class ReadingWars implements Wars {

  @Override
  public List<WebArchive> in(Path folder) {
    return List.of(
        reading("reading.war").archive(), reading("reading-guarded.war").guarded().archive());
  }

  private static ProbeWar reading(String name) {
    return ProbeWar.bare(name)
        .classesBeside(ReadingFilter.class)
        .classes(ProbeIdentityStore.class, BytesIn.class)
        .setting("cloakroom.path", "/auth")
        .setting("cloakroom.cookie.secure", "auto")
        .setting("cloakroom.login.form-action", "on");
  }
}

package dev.cloakroom.it.truth;

import dev.cloakroom.it.probe.ProbeWar;
import dev.cloakroom.it.process.Wars;
import java.nio.file.Path;
import java.util.List;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The probe, and one whose cookie had another path before. */
final class TruthWars implements Wars {

  @Override
  public List<WebArchive> in(Path folder) {
    return List.of(
        settled("truthful.war").archive(),
        settled("forgetful.war").setting("cloakroom.cookie.path", "/forgetful").archive());
  }

  private static ProbeWar settled(String name) {
    return ProbeWar.named(name)
        .setting("cloakroom.path", "/auth")
        .setting("cloakroom.cookie.secure", "auto");
  }
}

package dev.cloakroom.it.ear;

import dev.cloakroom.it.probe.ProbeWar;
import dev.cloakroom.it.process.Wars;
import java.nio.file.Path;
import java.util.List;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** EARs: those that are served, and then the one that must not be. */
final class EarArchives implements Wars {

  @Override
  public List<EnterpriseArchive> in(Path folder) {
    return List.of(
        ear("each.ear")
            .addAsModule(settled(ProbeWar.named("each-east.war"), "each-east"))
            .addAsModule(settled(ProbeWar.named("each-west.war"), "each-west")),
        ear("one.ear").addAsModule(settled(ProbeWar.named("one.war"), "one")),
        sharing("alone.ear").addAsModule(without("alone.war", "alone")),
        sharing("pair.ear")
            .addAsModule(without("pair-east.war", "east"))
            .addAsModule(without("pair-west.war", "west")));
  }

  private static EnterpriseArchive ear(String name) {
    return ShrinkWrap.create(EnterpriseArchive.class, name);
  }

  private static EnterpriseArchive sharing(String name) {
    return ear(name).addAsLibrary(ProbeWar.cloakroom());
  }

  private static WebArchive without(String name, String cookie) {
    return settled(ProbeWar.withoutCloakroom(name), cookie);
  }

  private static WebArchive settled(ProbeWar war, String cookie) {
    return war.setting("cloakroom.path", "/auth")
        .setting("cloakroom.cookie.name", cookie)
        .setting("cloakroom.cookie.secure", "auto")
        .archive();
  }
}

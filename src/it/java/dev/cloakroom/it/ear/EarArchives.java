package dev.cloakroom.it.ear;

import dev.cloakroom.it.ear.beans.ModulePage;
import dev.cloakroom.it.ear.beans.RoledAccounts;
import dev.cloakroom.it.ear.beans.RoledPage;
import dev.cloakroom.it.probe.ProbeWar;
import dev.cloakroom.it.process.Wars;
import dev.cloakroom.it.stepup.app.ElevationResource;
import dev.cloakroom.it.stepup.app.VaultAccounts;
import java.nio.file.Path;
import java.util.List;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** EARs: those that are served, and then the one that must not be. */
final class EarArchives implements Wars {
  private static final String BEANS =
      "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"4.0\""
          + " bean-discovery-mode=\"annotated\"/>";

  @Override
  public List<EnterpriseArchive> in(Path folder) {
    return List.of(
        ear("each.ear")
            .addAsModule(settled(ProbeWar.named("each-east.war"), "each-east"))
            .addAsModule(settled(ProbeWar.named("each-west.war"), "each-west")),
        ear("one.ear").addAsModule(settled(ProbeWar.named("one.war"), "one")),
        sharing("alone.ear").addAsModule(without("alone.war", "alone")),
        sharing("proofs.ear")
            .addAsModule(module("proofs-beans.jar", VaultAccounts.class))
            .addAsModule(calling(without("proofs.war", "proofs"), ModulePage.class)),
        ear("roles.ear")
            .addAsModule(module("roles-beans.jar", RoledAccounts.class))
            .addAsModule(calling(own("roles"), RoledPage.class)),
        ear("unseen.ear")
            .addAsModule(module("unseen-beans.jar", VaultAccounts.class))
            .addAsModule(calling(own("unseen"), ModulePage.class)),
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

  private static JavaArchive module(String name, Class<?> bean) {
    return ShrinkWrap.create(JavaArchive.class, name)
        .addClass(bean)
        .addAsManifestResource(new StringAsset(BEANS), "beans.xml");
  }

  private static WebArchive own(String name) {
    return settled(ProbeWar.named(name + ".war"), name);
  }

  private static WebArchive calling(WebArchive war, Class<?> page) {
    return war.addClasses(page, ElevationResource.class);
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

package dev.cloakroom.it.access;

import dev.cloakroom.it.access.app.RuledApplication;
import dev.cloakroom.it.access.listed.Listed;
import dev.cloakroom.it.access.listed.ListedClasses;
import dev.cloakroom.it.access.listed.ListedObject;
import dev.cloakroom.it.access.listed.ListedObjects;
import dev.cloakroom.it.access.listed.Located;
import dev.cloakroom.it.access.listed.NamingApplication;
import dev.cloakroom.it.access.listed.OpenLocated;
import dev.cloakroom.it.access.listed.Registered;
import dev.cloakroom.it.access.listed.RegisteringFeature;
import dev.cloakroom.it.access.listed.ServicelessApplication;
import dev.cloakroom.it.access.listed.ServicelessBeside;
import dev.cloakroom.it.access.listed.UnscannedApplication;
import dev.cloakroom.it.access.unguarded.NestedApplication;
import dev.cloakroom.it.access.unguarded.NestedLocator;
import dev.cloakroom.it.access.unguarded.NestedResource;
import dev.cloakroom.it.access.unguarded.RuledPage;
import dev.cloakroom.it.probe.ProbeWar;
import dev.cloakroom.it.probe.app.ProbeIdentityStore;
import dev.cloakroom.it.process.Wars;
import java.nio.file.Path;
import java.util.List;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Applications with rules: those that are served, then those that must not be. */
final class AccessWars implements Wars {
  private static final String UNANNOTATED = "cloakroom.unannotated";
  private static final String UNSCANNED =
      """
        <servlet>
          <servlet-name>%1$s</servlet-name>
        </servlet>
        <servlet-mapping>
          <servlet-name>%1$s</servlet-name>
          <url-pattern>/classes/*</url-pattern>
        </servlet-mapping>
      """;

  @Override
  public List<WebArchive> in(Path folder) {
    return List.of(
        ruled(bare("ruled.war")).archive(),
        ruled(bare("by-the-letter.war")).setting("cloakroom.rules.inherited", "false").archive(),
        listed(bare("listed.war")).archive(),
        listed(bare("callers-only.war")).setting(UNANNOTATED, "authenticated").archive(),
        listed(bare("closed.war")).setting(UNANNOTATED, "deny").archive(),
        unscanned("unscanned.war").archive(),
        serviceless("naming.war", NamingApplication.class).archive(),
        serviceless("serviceless.war", ServicelessApplication.class).archive(),
        serviceless("beside.war", NamingApplication.class)
            .classes(ServicelessBeside.class, ServicelessApplication.class)
            .archive(),
        nested("nested.war").archive(),
        nested("nested-warned.war").setting("cloakroom.unguarded", "warn").archive(),
        bare("unguarded.war").classesBeside(RuledPage.class).archive(),
        bare("warned.war")
            .classes(RuledPage.class)
            .setting("cloakroom.unguarded", "warn")
            .archive());
  }

  static ProbeWar ruled(ProbeWar war) {
    return war.classesBeside(RuledApplication.class);
  }

  static ProbeWar listed(ProbeWar war) {
    return war.classes(
        ListedClasses.class,
        ListedObjects.class,
        Listed.class,
        ListedObject.class,
        OpenLocated.class,
        Located.class,
        RegisteringFeature.class,
        Registered.class);
  }

  private static ProbeWar unscanned(String name) {
    return bare(name)
        .classes(UnscannedApplication.class, Listed.class, Located.class)
        .descriptor(UNSCANNED.formatted(UnscannedApplication.class.getName()));
  }

  private static ProbeWar serviceless(String name, Class<?> application) {
    return bare(name).classes(application, Listed.class, Located.class);
  }

  private static ProbeWar nested(String name) {
    return bare(name).classes(NestedApplication.class, NestedResource.class, NestedLocator.class);
  }

  private static ProbeWar bare(String name) {
    return settled(ProbeWar.bare(name));
  }

  static ProbeWar settled(ProbeWar war) {
    return war.classes(ProbeIdentityStore.class)
        .setting("cloakroom.path", "/auth")
        .setting("cloakroom.cookie.secure", "auto");
  }
}

package dev.cloakroom.it.crossorigin;

import dev.cloakroom.it.answers.app.HabitPage;
import dev.cloakroom.it.crossorigin.app.LatePage;
import dev.cloakroom.it.crossorigin.app.LateResource;
import dev.cloakroom.it.crossorigin.app.NamedPage;
import dev.cloakroom.it.crossorigin.app.OptionsPage;
import dev.cloakroom.it.crossorigin.app.OwnCorsFilter;
import dev.cloakroom.it.crossorigin.app.PagedFailure;
import dev.cloakroom.it.crossorigin.app.StreamPage;
import dev.cloakroom.it.probe.ProbeWar;
import dev.cloakroom.it.probe.app.ProbeIdentityStore;
import dev.cloakroom.it.probe.component.Chat;
import dev.cloakroom.it.probe.component.GuardedChat;
import dev.cloakroom.it.process.Wars;
import java.nio.file.Path;
import java.util.List;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Applications that pages of another origin may use, or that see to that themselves. */
final class CorsWars implements Wars {
  static final String APP = "https://app.test";
  static final String OTHER_APP = "https://other-app.test:8443";

  private static final String ORIGINS = "cloakroom.cors.allowed-origins";
  private static final String SAME_SITE = "cloakroom.cookie.same-site";
  private static final String SECURE = "cloakroom.cookie.secure";
  private static final String CLOSED =
      """
        <security-constraint>
          <web-resource-collection>
            <web-resource-name>closed</web-resource-name>
            <url-pattern>/closed/*</url-pattern>
          </web-resource-collection>
          <auth-constraint/>
        </security-constraint>
      """;

  @Override
  public List<WebArchive> in(Path folder) {
    return List.of(
        withFiles(
            named(sharing("shared.war")).classes(LatePage.class, LateResource.class).failures("5")),
        withFiles(sharing("cors-guarded.war").guarded()),
        withFiles(sharing("both.war").classes(OwnCorsFilter.class)),
        withFiles(war("own.war").classes(OwnCorsFilter.class)),
        withFiles(sharing("explained.war").setting("cloakroom.cors.explain", "on")),
        withFiles(
            war("partitioned.war")
                .setting(ORIGINS, APP)
                .setting(SAME_SITE, "None")
                .setting(SECURE, "always")
                .setting("cloakroom.cookie.partitioned", "on")),
        bare("any-origin.war").setting(ORIGINS, "*").archive(),
        bare("not-secure.war").setting(SAME_SITE, "None").setting(SECURE, "auto").archive(),
        bare("forgeable.war")
            .setting(SAME_SITE, "None")
            .setting("cloakroom.csrf", "off")
            .archive());
  }

  /** Paths have rules of their own, and one is for nobody. */
  private static ProbeWar named(ProbeWar war) {
    return war.classes(NamedPage.class)
        .setting("cloakroom.cors.partner.path", "/partner/*")
        .setting("cloakroom.cors.partner.allowed-origins", "https://partner.test")
        .setting("cloakroom.cors.open.path", "/partner/open/*")
        .setting("cloakroom.cors.open.allowed-origins", "*")
        .setting("cloakroom.cors.open.allow-credentials", "false")
        .descriptor(CLOSED);
  }

  /** One that must not start. */
  private static ProbeWar bare(String name) {
    return ProbeWar.bare(name).classes(ProbeIdentityStore.class, StreamPage.class);
  }

  private static ProbeWar sharing(String name) {
    return war(name).setting(ORIGINS, APP + "," + OTHER_APP);
  }

  private static ProbeWar war(String name) {
    return ProbeWar.bare(name)
        .classesBeside(HabitPage.class)
        .classes(ProbeIdentityStore.class, StreamPage.class, OptionsPage.class)
        .classes(PagedFailure.class)
        .classes(Chat.class, GuardedChat.class)
        .setting("cloakroom.path", "/auth")
        .setting("cloakroom.roles", "user, admin")
        .setting(SECURE, "auto");
  }

  private static WebArchive withFiles(ProbeWar war) {
    return war.archive()
        .addAsWebResource(new StringAsset("static"), "public.html")
        .addAsWebResource(new StringAsset("static"), "declared/static.html");
  }
}

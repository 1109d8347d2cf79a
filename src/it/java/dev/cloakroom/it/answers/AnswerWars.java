package dev.cloakroom.it.answers;

import dev.cloakroom.it.answers.app.HabitPage;
import dev.cloakroom.it.probe.ProbeWar;
import dev.cloakroom.it.probe.app.ProbeIdentityStore;
import dev.cloakroom.it.process.Wars;
import java.nio.file.Path;
import java.util.List;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** One application whose container's session cookie has a name of its own. */
final class AnswerWars implements Wars {
  private static final String NAMED_SESSION =
      """
        <session-config><cookie-config><name>APPSESS</name></cookie-config></session-config>
      """;
  private static final StringAsset PAGE = new StringAsset("<p>static</p>");

  @Override
  public List<WebArchive> in(Path folder) {
    return List.of(
        ProbeWar.bare("answers.war")
            .classesBeside(HabitPage.class)
            .classes(ProbeIdentityStore.class)
            .setting("cloakroom.path", "/auth")
            .setting("cloakroom.session.stolen", "end")
            .setting("cloakroom.session.rotation-grace", "PT5S")
            .setting("cloakroom.roles", "user, admin")
            .setting("cloakroom.cookie.secure", "auto")
            .setting("cloakroom.cookie.guard", "JSESSIONID, basket")
            .descriptor(NAMED_SESSION)
            .archive()
            .addAsWebResource(PAGE, "public.html")
            .addAsWebResource(PAGE, "declared/static.html"));
  }
}

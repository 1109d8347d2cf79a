package dev.cloakroom.it.onetime;

import dev.cloakroom.it.onetime.app.OneTimePage;
import dev.cloakroom.it.probe.ProbeWar;
import dev.cloakroom.it.process.Wars;
import dev.cloakroom.readme.ForgottenPassword;
import dev.cloakroom.readme.LinkCallers;
import dev.cloakroom.readme.LinkCredential;
import dev.cloakroom.readme.LinkMail;
import dev.cloakroom.readme.LoginByLink;
import dev.cloakroom.readme.Members;
import java.nio.file.Path;
import java.util.List;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** An application made of the recipes. */
final class OneTimeWars implements Wars {

  @Override
  public List<WebArchive> in(Path folder) {
    return List.of(
        ProbeWar.bare("recipes.war")
            .classesBeside(OneTimePage.class)
            .classes(Members.class, LinkMail.class, ForgottenPassword.class)
            .classes(LoginByLink.class, LinkCredential.class, LinkCallers.class)
            .setting("cloakroom.one-time.max-per-subject", "2")
            .setting("cloakroom.roles", "user")
            .setting("cloakroom.path", "/auth")
            .setting("cloakroom.cookie.secure", "auto")
            .archive());
  }
}

package dev.cloakroom.it.starts;

import dev.cloakroom.it.probe.ProbeWar;
import dev.cloakroom.it.process.Wars;
import java.nio.file.Path;
import java.util.List;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The probe, with settings that have to be read whatever the letters and digits of a language. */
final class LanguageWars implements Wars {

  @Override
  public List<WebArchive> in(Path folder) {
    return List.of(
        ProbeWar.named("language.war")
            .setting("cloakroom.path", "/auth")
            .setting("cloakroom.cookie.secure", "auto")
            .setting("cloakroom.cookie.same-site", "strict")
            .setting("cloakroom.session.credential", "signed")
            .setting("cloakroom.session.idle-timeout", "pt20m")
            .setting("cloakroom.session.max-per-caller", "12")
            .contextParameter("cloakroom.login.tokens", "always")
            .archive());
  }
}

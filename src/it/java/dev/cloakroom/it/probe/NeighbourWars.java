package dev.cloakroom.it.probe;

import dev.cloakroom.it.probe.app.ProbeIdentityStore;
import dev.cloakroom.it.probe.other.BasicLogin;
import dev.cloakroom.it.probe.other.MpJwtApplication;
import dev.cloakroom.it.process.Wars;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** WARs side by side in one server, each at the path of its name; not all of them start. */
final class NeighbourWars implements Wars {
  private static final String COOKIE = "cloakroom.cookie.name";
  private static final String BASIC =
      "<login-config><auth-method>BASIC</auth-method></login-config>";

  /** All of them, with one key. */
  @Override
  public List<WebArchive> in(Path folder) throws IOException {
    Key key = new Key(PemKey.in(folder));
    return List.of(
        key.lax(ProbeWar.named("plain.war")).archive(),
        key.lax(ProbeWar.named("east.war")).setting(COOKIE, "east").archive(),
        key.lax(ProbeWar.named("west.war")).setting(COOKIE, "west").archive(),
        key.strict(ProbeWar.named("strict.war")).archive(),
        key.lax(bare("web-xml-basic.war")).descriptor(BASIC).archive(),
        key.lax(bare("login-config.war")).classes(MpJwtApplication.class).archive(),
        key.lax(bare("basic.war")).classes(BasicLogin.class).archive());
  }

  private static ProbeWar bare(String name) {
    return ProbeWar.bare(name).classes(ProbeIdentityStore.class);
  }

  /** What all of them share. */
  private record Key(Path file) {

    /** With the cookies that an installation has. */
    ProbeWar strict(ProbeWar war) {
      return war.setting("cloakroom.keys.location", file.toString())
          .setting("cloakroom.path", "/auth");
    }

    ProbeWar lax(ProbeWar war) {
      return strict(war).setting("cloakroom.cookie.secure", "auto");
    }
  }
}

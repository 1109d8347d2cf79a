package dev.cloakroom.it.introspection;

import dev.cloakroom.it.probe.ProbeWar;
import dev.cloakroom.it.process.Wars;
import java.nio.file.Path;
import java.util.List;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Two WARs that tell of their tokens, of each kind, and one that asks them. */
final class IntrospectionWars implements Wars {
  static final String SECRET = "5f9c0b1d7a3e4c8f9b6d2a1e0c7f4b3d";

  /** What the third one comes by. */
  static final Door DOOR = new Door();

  @Override
  public List<WebArchive> in(Path folder) {
    return List.of(asked("telling-jwt", "jwt"), asked("telling-opaque", "opaque"), asking());
  }

  private static ProbeWar war(String name) {
    return ProbeWar.named(name + ".war")
        .setting("cloakroom.path", "/auth")
        .setting("cloakroom.cookie.secure", "auto");
  }

  private static WebArchive asked(String name, String kind) {
    return war(name)
        .setting("cloakroom.bearer.credential", kind)
        .setting("cloakroom.access-token.issuer", "https://" + name + ".example.org")
        .setting("cloakroom.access-token.audience", "shop-api")
        .setting("cloakroom.introspection.asking.secret", SECRET)
        .archive();
  }

  private static WebArchive asking() {
    ProbeWar war = war("asking");
    asks(war, "jwt", "telling-jwt").setting("cloakroom.issuers.jwt.opaque-tokens", "false");
    asks(war, "opaque", "telling-opaque");
    return war.archive();
  }

  private static ProbeWar asks(ProbeWar war, String name, String application) {
    String start = "cloakroom.issuers." + name + ".";
    return war.setting(start + "issuer", "https://" + application + ".example.org")
        .setting(start + "audience", "shop-api")
        .setting(start + "check", "introspection")
        .setting(start + "introspection-uri", DOOR.at("/" + application + "/auth/introspect"))
        .setting(start + "introspection-cache", "PT2S")
        .setting(start + "client-id", "asking")
        .setting(start + "client-secret", SECRET);
  }
}

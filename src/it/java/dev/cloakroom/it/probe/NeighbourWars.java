package dev.cloakroom.it.probe;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cloakroom.it.probe.app.ProbeIdentityStore;
import dev.cloakroom.it.probe.other.BasicLogin;
import dev.cloakroom.it.probe.other.MpJwtApplication;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** WARs side by side in one server, each at the path of its name; not all of them start. */
final class NeighbourWars {
  private static final String BASIC =
      "<login-config><auth-method>BASIC</auth-method></login-config>";

  private final Path key;

  private NeighbourWars(Path key) {
    this.key = key;
  }

  /**
   * All of them, with one key.
   *
   * @param folder where the key is put
   */
  static List<WebArchive> all(Path folder) throws IOException {
    Path key = folder.resolve("key.pem");
    Files.writeString(key, resource("/dev/cloakroom/crypto/pkcs8.pem"));
    NeighbourWars wars = new NeighbourWars(key);
    return List.of(
        wars.plain(),
        wars.named("east"),
        wars.named("west"),
        wars.strict(),
        wars.bare("web-xml-basic.war").descriptor(BASIC).archive(),
        wars.bare("login-config.war").classes(MpJwtApplication.class).archive(),
        wars.bare("basic.war").classes(BasicLogin.class).archive());
  }

  private WebArchive plain() {
    return lax(ProbeWar.named("plain.war")).archive();
  }

  /** With a cookie of its own. */
  private WebArchive named(String name) {
    return lax(ProbeWar.named(name + ".war")).setting("cloakroom.cookie.name", name).archive();
  }

  /** With the cookies that an installation has. */
  private WebArchive strict() {
    return keyed(ProbeWar.named("strict.war")).archive();
  }

  private ProbeWar bare(String name) {
    return lax(ProbeWar.bare(name).classes(ProbeIdentityStore.class));
  }

  private ProbeWar lax(ProbeWar war) {
    return keyed(war).setting("cloakroom.cookie.secure", "auto");
  }

  private ProbeWar keyed(ProbeWar war) {
    return war.setting("cloakroom.keys.location", key.toString())
        .setting("cloakroom.path", "/auth");
  }

  private static String resource(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(NeighbourWars.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}

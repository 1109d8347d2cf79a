package dev.cloakroom.it.probe;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** WARs that differ in their settings, for one server: those that start and those that must not. */
final class SettingsWars {
  /** What a wrong secret holds, which nothing may show. */
  static final String SHORT_SECRET = "aHVudGVyMg";

  static final String JWK_KID = "from-the-class-path";

  private static final String PATH = "cloakroom.path";
  private static final String KEYS = "cloakroom.keys.location";
  private static final String SECURE = "cloakroom.cookie.secure";

  private SettingsWars() {}

  /** The one that must not start is the last: Payara Micro starts none after it. */
  static List<WebArchive> all(Path folder) throws IOException {
    return List.of(unknown(), pem(folder), jwk(), pages(), storeless(), wrong());
  }

  private static WebArchive wrong() {
    return ProbeWar.named("wrong.war")
        .setting("cloakroom.access-token.ttl", "forever")
        .setting("cloakroom.cookie.same-site", "None")
        .setting(SECURE, "auto")
        .setting("cloakroom.session.idle-timeout", "PT13H")
        .setting("cloakroom.keys.secret", SHORT_SECRET)
        .contextParameter("cloakroom.login.tokens", "sometimes")
        .archive();
  }

  /** Must not start either, and so needs a server of its own. */
  static WebArchive unusableKey() {
    return ProbeWar.bare("unusable-key.war")
        .setting(KEYS, "classpath:key.pem")
        .resource("key.pem", "this is no key")
        .archive();
  }

  private static WebArchive unknown() {
    return ProbeWar.named("unknown.war")
        .setting("cloakroom.cookie.samesite", "Strict")
        .setting(SECURE, "auto")
        .contextParameter("cloakroom.pth", "/auth")
        .archive();
  }

  /** A key as openssl writes it, in a file outside of the WAR. */
  private static WebArchive pem(Path folder) throws IOException {
    Path file = folder.resolve("key.pem");
    Files.writeString(file, resource("/dev/cloakroom/crypto/pkcs8.pem"));
    return ProbeWar.named("pem.war")
        .setting(KEYS, file.toString())
        .setting(PATH, "/auth")
        .setting(SECURE, "auto")
        .archive();
  }

  private static WebArchive jwk() {
    return ProbeWar.named("jwk.war")
        .setting(KEYS, "classpath:keys/key.jwk")
        .resource("keys/key.jwk", newJwk())
        .setting(PATH, "/auth")
        .setting(SECURE, "auto")
        .archive();
  }

  private static WebArchive pages() {
    return ProbeWar.named("pages.war")
        .setting("cloakroom.endpoint.sessions.enabled", "false")
        .setting(SECURE, "auto")
        .contextParameter("cloakroom.login.page", "/login.html")
        .contextParameter("cloakroom.login.default-target", "/caller")
        .archive();
  }

  /** Only the JAR: no identity store of the application's. */
  private static WebArchive storeless() {
    return ProbeWar.bare("storeless.war").setting(PATH, "/auth").archive();
  }

  private static String newJwk() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(JWK_KID).generate().toJSONString();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(SettingsWars.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}

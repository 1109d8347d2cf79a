package dev.cloakroom.it.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.cloakroom.it.probe.ProbeWar;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.ShouldThrowException;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * WARs that differ in their settings, for one server, each at the path of its name: those that
 * start and, the last, one that must not. Payara Micro starts none after it.
 */
public final class SettingsDeployment {
  /** What a wrong secret holds, which nothing may show. */
  static final String SHORT_SECRET = "aHVudGVyMg";

  static final String JWK_KID = "from-the-class-path";

  private static final String PATH = "cloakroom.path";
  private static final String KEYS = "cloakroom.keys.location";
  private static final String SECURE = "cloakroom.cookie.secure";

  private SettingsDeployment() {}

  /** Keys that mean nothing. */
  @Deployment(name = "unknown", order = 1, testable = false)
  public static WebArchive unknown() {
    return ProbeWar.named("unknown.war")
        .setting("cloakroom.cookie.samesite", "Strict")
        .setting(SECURE, "auto")
        .contextParameter("cloakroom.pth", "/auth")
        .archive();
  }

  /** A key as openssl writes it, in a file outside of the WAR. */
  @Deployment(name = "pem", order = 2, testable = false)
  public static WebArchive pem() throws IOException {
    Path file = Path.of("target", "key-outside-of-the-war.pem").toAbsolutePath();
    Files.writeString(file, resource("/dev/cloakroom/crypto/pkcs8.pem"));
    return ProbeWar.named("pem.war")
        .setting(KEYS, file.toString())
        .setting(PATH, "/auth")
        .setting(SECURE, "auto")
        .archive();
  }

  /** A key in the class path, and devices that are remembered. */
  @Deployment(name = "jwk", order = 3, testable = false)
  public static WebArchive jwk() {
    return ProbeWar.named("jwk.war")
        .setting(KEYS, "classpath:keys/key.jwk")
        .resource("keys/key.jwk", newJwk())
        .setting("cloakroom.device.lifetime", "P30D")
        .setting(PATH, "/auth")
        .setting(SECURE, "auto")
        .archive();
  }

  /** A login page, and an endpoint that is switched off. */
  @Deployment(name = "pages", order = 4, testable = false)
  public static WebArchive pages() {
    return ProbeWar.named("pages.war")
        .setting("cloakroom.endpoint.sessions.enabled", "false")
        .setting(SECURE, "auto")
        .contextParameter("cloakroom.login.page", "/login.html")
        .contextParameter("cloakroom.login.default-target", "/caller")
        .archive();
  }

  /** Only the JAR: no identity store of the application's. */
  @Deployment(name = "storeless", order = 5, testable = false)
  public static WebArchive storeless() {
    return ProbeWar.bare("storeless.war").setting(PATH, "/auth").archive();
  }

  /** Several mistakes. */
  @Deployment(name = "wrong", order = 6, testable = false)
  @ShouldThrowException(testable = false)
  public static WebArchive wrong() {
    return ProbeWar.named("wrong.war")
        .setting("cloakroom.access-token.ttl", "forever")
        .setting("cloakroom.cookie.same-site", "None")
        .setting(SECURE, "auto")
        .setting("cloakroom.session.idle-timeout", "PT13H")
        .setting("cloakroom.keys.secret", SHORT_SECRET)
        .contextParameter("cloakroom.login.tokens", "sometimes")
        .archive();
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
        Objects.requireNonNull(SettingsDeployment.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}

package dev.cloakroom.it.settings;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.cloakroom.it.probe.PemKey;
import dev.cloakroom.it.probe.ProbeWar;
import dev.cloakroom.it.probe.scoped.Basket;
import dev.cloakroom.it.process.Wars;
import dev.cloakroom.it.settings.app.GatePage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** WARs that differ in their settings: those that start and, after them, those that must not. */
final class SettingsWars implements Wars {
  /** What a wrong secret holds, which nothing may show. */
  static final String SHORT_SECRET = "aHVudGVyMg";

  static final String JWK_KID = "from-the-class-path";

  private static final String PATH = "cloakroom.path";
  private static final String KEYS = "cloakroom.keys.location";
  private static final String SECURE = "cloakroom.cookie.secure";
  private static final String MOST = "cloakroom.session.max-per-caller";

  @Override
  public List<WebArchive> in(Path folder) throws IOException {
    Path key = PemKey.in(folder);
    return List.of(
        unknown(),
        pem(key),
        jwk(),
        pages(),
        storeless(),
        brief(),
        renamed(),
        signed(key),
        jwt(key),
        replacing(key),
        refusing(key),
        wrong(),
        unusableKey(),
        unusableStore(key));
  }

  /** Keys that mean nothing. */
  private static WebArchive unknown() {
    return ProbeWar.named("unknown.war")
        .setting("cloakroom.cookie.samesite", "Strict")
        .setting(SECURE, "auto")
        .contextParameter("cloakroom.pth", "/auth")
        .archive();
  }

  private static WebArchive pem(Path key) {
    return noticingCopies(withKey("pem.war", key)).archive();
  }

  /** Where a copied cookie ends the login, and soon. */
  private static ProbeWar noticingCopies(ProbeWar war) {
    return war.setting("cloakroom.session.rotation-grace", "PT1S")
        .setting("cloakroom.session.stolen", "end");
  }

  private static ProbeWar withKey(String name, Path key) {
    return ProbeWar.named(name)
        .setting(KEYS, key.toString())
        .setting(PATH, "/auth")
        .setting(SECURE, "auto");
  }

  /** Where the cookie had another name before. */
  private static WebArchive renamed() {
    return ProbeWar.named("renamed.war")
        .setting(PATH, "/auth")
        .setting("cloakroom.cookie.prefix", "http")
        .setting("cloakroom.device.lifetime", "P30D")
        .archive();
  }

  /** A key in the class path, devices that are remembered, and guessers who wait. */
  private static WebArchive jwk() {
    return ProbeWar.named("jwk.war")
        .setting(KEYS, "classpath:keys/key.jwk")
        .resource("keys/key.jwk", newJwk())
        .setting("cloakroom.device.lifetime", "P30D")
        .failures("5")
        .setting(PATH, "/auth")
        .setting(SECURE, "auto")
        .archive();
  }

  /** A login page, an endpoint that is switched off, and guessers who wait. */
  private static WebArchive pages() {
    return ProbeWar.named("pages.war")
        .setting("cloakroom.endpoint.sessions.enabled", "false")
        .failures("5")
        .setting(SECURE, "auto")
        .contextParameter("cloakroom.login.page", "/login.html")
        .contextParameter("cloakroom.login.default-target", "/caller")
        .archive();
  }

  /** Only the JAR: no identity store of the application's. */
  private static WebArchive storeless() {
    return ProbeWar.bare("storeless.war").setting(PATH, "/auth").archive();
  }

  /** Logins that run out soon, and beans that keep something with them. */
  private static WebArchive brief() {
    return ProbeWar.named("brief.war")
        .classesBeside(Basket.class)
        .setting("cloakroom.session.idle-timeout", "PT4S")
        .setting("cloakroom.session.touch-interval", "PT1S")
        .setting("cloakroom.login.tokens", "never")
        .setting(PATH, "/auth")
        .setting(SECURE, "auto")
        .archive();
  }

  /** A cookie with a statement beside the ticket, and access tokens that are no JWT. */
  private static WebArchive signed(Path key) {
    return noticingCopies(withKey("signed.war", key))
        .setting("cloakroom.session.credential", "signed")
        .setting("cloakroom.bearer.credential", "opaque")
        .archive();
  }

  /** A cookie that is a JWT. Its path cannot be {@code /jwt}, which Open Liberty has itself. */
  private static WebArchive jwt(Path key) {
    return noticingCopies(withKey("jwt-cookie.war", key))
        .setting("cloakroom.session.credential", "jwt")
        .archive();
  }

  /** A caller's oldest session ends in favour of a third, and guessers wait. */
  private static WebArchive replacing(Path key) {
    return withKey("replacing.war", key).setting(MOST, "2").failures("5").archive();
  }

  /** A caller's third session is refused, and so is a login beside another. */
  private static WebArchive refusing(Path key) {
    return withKey("refusing.war", key)
        .setting(MOST, "2")
        .setting("cloakroom.session.when-full", "refuse")
        .setting("cloakroom.login.max-parallel", "1")
        .setting("cloakroom.login.max-waiting", "0")
        .classesBeside(GatePage.class)
        .archive();
  }

  /** Several mistakes. */
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

  private static WebArchive unusableKey() {
    return ProbeWar.bare("unusable-key.war")
        .setting(KEYS, "classpath:key.pem")
        .resource("key.pem", "this is no key")
        .archive();
  }

  /** Redis without its driver. */
  private static WebArchive unusableStore(Path key) {
    return ProbeWar.bare("unusable-store.war")
        .setting(KEYS, key.toString())
        .setting("cloakroom.store", "redis")
        .setting("cloakroom.redis.uri", "redis://127.0.0.1:6379")
        .archive();
  }

  private static String newJwk() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(JWK_KID).generate().toJSONString();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

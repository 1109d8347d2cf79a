package dev.cloakroom.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.config.Settings;
import dev.cloakroom.config.SettingsReader;
import dev.cloakroom.config.SettingsSource;
import dev.cloakroom.crypto.KeyLoader;
import dev.cloakroom.crypto.KeyRing;
import dev.cloakroom.store.SessionStore;
import dev.cloakroom.store.memory.MemorySessionStore;
import dev.cloakroom.store.remote.SharedStore.Push;
import dev.cloakroom.testing.LogLines;
import dev.cloakroom.testing.ManualClock;
import dev.cloakroom.testing.SharedMemory;
import dev.cloakroom.testing.Stub;
import jakarta.servlet.ServletContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartLineTest {
  private static final Map<String, String> REDIS =
      Map.of(
          "cloakroom.store",
          "redis",
          "cloakroom.redis.uri",
          "redis://:hush@cache.example.org:6379");

  private final ManualClock clock = ManualClock.atNoon();
  private final KeyRing keys = KeyLoader.generate();
  private final LogLines log = LogLines.of("dev.cloakroom");

  @AfterEach
  void close() {
    log.close();
  }

  private static Settings read(Map<String, String> settings) {
    return SettingsReader.read(SettingsSource.of("test", settings)).settings();
  }

  private String line(Map<String, String> settings) {
    return line(settings, "/shop", new MemorySessionStore(clock), Set.of());
  }

  private String line(
      Map<String, String> settings, String path, SessionStore store, Set<String> roles) {
    ServletContext application =
        Stub.of(
            ServletContext.class,
            Map.of("getContextPath", unused -> path, "getServerInfo", unused -> "Some Server 7"));
    Deployment deployment = new Deployment(read(settings), keys);
    StartLine line = new StartLine(deployment, application);
    deployment.initialize(path, roles);
    line.opened(store);
    line.log();
    store.close();
    assertThat(log.lines()).hasSize(1);
    return log.lines().get(0);
  }

  @Test
  void line_ofWhatSetsNothing_saysAllOfIt() {
    assertThat(line(Map.of(), "", new MemorySessionStore(clock), Set.of("clerk", "admin", "user")))
        .isEqualTo(
            "Cloakroom of no version has started in '/' on Some Server 7."
                + " Login sessions: memory, of this server alone."
                + " Cookie: __Host-sid; Path=/; Secure; HttpOnly; SameSite=Lax."
                + " Keys: "
                + keys.signingKey().kid()
                + ", made now and lost when the server stops."
                + " Endpoints: /login, /login/factor, /logout, /refresh, /revoke, /session,"
                + " /sessions, /.well-known/jwks.json, /cloakroom.js."
                + " Other issuers: none."
                + " Roles: admin, clerk, user.");
  }

  @Test
  void cookie_isAsSet() {
    assertThat(
            line(
                Map.of(
                    "cloakroom.cookie.name", "login",
                    "cloakroom.cookie.secure", "auto",
                    "cloakroom.cookie.same-site", "Strict",
                    "cloakroom.cookie.domain", "example.org")))
        .contains(
            " Cookie: __Secure-login; Path=/; Domain=example.org; Secure; HttpOnly;"
                + " SameSite=Strict, over plain HTTP login without Secure. ");
  }

  @Test
  void endpoints_areThoseThatThereAre() {
    Map<String, String> settings = new HashMap<>(Map.of("cloakroom.path", "/auth"));
    for (String name :
        new String[] {
          "login", "factor", "refresh", "revoke", "session", "sessions", "jwks", "script"
        }) {
      settings.put("cloakroom.endpoint." + name + ".enabled", "false");
    }
    assertThat(line(settings))
        .contains(" Endpoints: /auth/logout. Other issuers: none. Roles: none.");
  }

  /** A server's environment may name one that nobody thought of. */
  @Test
  void otherIssuers_areNamed() {
    assertThat(
            line(
                Map.of(
                    "cloakroom.issuers.keycloak.issuer", "https://id.test",
                    "cloakroom.issuers.keycloak.audience", "shop",
                    "mp.jwt.verify.issuer", "https://other.test",
                    "mp.jwt.verify.publickey.location", "/key.pem")))
        .contains(" Other issuers: keycloak, mp-jwt. ");
  }

  @Test
  void keys_thatAreConfigured_last() {
    assertThat(line(Map.of("cloakroom.keys.location", "/etc/shop/key.pem")))
        .contains(" Keys: " + keys.signingKey().kid() + ", which last. ");
  }

  @Test
  void keys_thatRotate_lastWhereTheStoreDoes() {
    Map<String, String> rotating =
        new HashMap<>(
            Map.of(
                "cloakroom.keys.rotate-every", "P30D",
                "cloakroom.keys.secret", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="));
    assertThat(line(rotating)).contains(", another one every PT720H, all lost when the server");
    Keys.warnUnlessTheyLast(read(rotating), "/shop");
    assertThat(log.lines()).hasSize(2).last().asString().contains("cloakroom.store=memory");
    rotating.putAll(REDIS);
    Keys.warnUnlessTheyLast(read(rotating), "/shop");
    assertThat(log.lines()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SUPPORTED | 10000 | redis, with copies here for as long as it tells of changes",
        "ABSENT    | 10000 | redis, with copies here for PT1S because it does not tell of changes",
        "SUPPORTED | 0     | redis, asked at each request"
      })
  void store_saysWhetherItTellsOfChanges(Push push, String copies, String words) {
    Map<String, String> settings = new HashMap<>(REDIS);
    settings.put("cloakroom.near-cache.max-size", copies);
    SharedMemory shared = new SharedMemory(new MemorySessionStore(clock), push);

    assertThat(line(settings, "", Stores.shared(shared, read(settings).store(), clock), Set.of()))
        .contains(" Login sessions: " + words + ". ");
  }

  @Test
  void secrets_areNotInIt() {
    Map<String, String> settings = new HashMap<>(REDIS);
    settings.put("cloakroom.keys.secret", "b3VyLXZlcnktc2VjcmV0LWtleS1vZi0zMi1ieXRlcyE=");

    assertThat(line(settings)).doesNotContain("hush", "b3Vy", "our-very");
  }

  @Test
  void names_thatWouldEndTheLine_areEncoded() {
    assertThat(line(Map.of(), "/a\nb", new MemorySessionStore(clock), Set.of("c\r\nd")))
        .doesNotContain("\n", "\r")
        .contains("'/a\\u000ab'", "c\\u000d\\u000ad");
  }
}

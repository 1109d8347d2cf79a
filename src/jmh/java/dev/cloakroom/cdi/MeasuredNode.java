package dev.cloakroom.cdi;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.cloakroom.benchmark.BenchmarkServers;
import dev.cloakroom.config.Settings;
import dev.cloakroom.config.SettingsReader;
import dev.cloakroom.config.SettingsSource;
import dev.cloakroom.config.StoreSettings;
import dev.cloakroom.crypto.KeyLoader;
import dev.cloakroom.crypto.KeyRing;
import dev.cloakroom.crypto.RandomIds;
import dev.cloakroom.session.NewLogin;
import dev.cloakroom.session.OpenedSession;
import dev.cloakroom.session.RefreshTokens;
import dev.cloakroom.session.SessionEnder;
import dev.cloakroom.session.SessionEnvironment;
import dev.cloakroom.session.SessionOpener;
import dev.cloakroom.session.SessionResolver;
import dev.cloakroom.session.TicketRotation;
import dev.cloakroom.session.TicketSecrets;
import dev.cloakroom.store.SessionStore;
import dev.cloakroom.store.sql.SqlSessionStore;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/**
 * One node: the parts of a session's life on a store, as the composition root builds them, with the
 * real clock. Safe for use by several threads.
 */
public final class MeasuredNode implements AutoCloseable {
  private static final int CONNECTIONS = 16;

  public final SessionStore store;
  public final SessionEnder ender;
  public final SessionResolver resolver;
  public final TicketRotation rotation;
  public final RefreshTokens refreshTokens;
  private final SessionOpener opener;
  private final Clock clock = Clock.systemUTC();

  /** A node with its sessions there. */
  public MeasuredNode(Place place) {
    Settings settings = settings(place);
    RandomIds random = new RandomIds();
    KeyRing keys = KeyLoader.generate();
    store = store(settings.store());
    SessionEnvironment sessions =
        new SessionEnvironment(
            store,
            settings.session(),
            new TicketSecrets(keys.deriveMacKey("ticket"), random),
            clock,
            event -> {});
    ender = new SessionEnder(sessions);
    resolver = new SessionResolver(sessions);
    rotation = new TicketRotation(sessions);
    refreshTokens =
        new RefreshTokens(
            sessions, ender, keys.deriveMacKey("refresh"), settings.refresh().grace());
    opener =
        new SessionOpener(
            sessions,
            random,
            refreshTokens,
            new SessionOpener.Lifetimes(settings.remember(), settings.refresh()));
  }

  private static Settings settings(Place place) {
    Map<String, String> given = new HashMap<>(place.settings());
    given.put("cloakroom.sql.create-schema", "true");
    if ("redis".equals(given.get("cloakroom.store"))) {
      given.put("cloakroom.redis.uri", "redis://127.0.0.1:" + BenchmarkServers.redisPort());
    }
    return SettingsReader.read(SettingsSource.of("benchmark", given)).settings();
  }

  private SessionStore store(StoreSettings settings) {
    return switch (settings.kind()) {
      case MEMORY, REDIS -> Stores.of(settings, clock);
      case SQL -> Stores.shared(SqlSessionStore.open(pool(), settings, clock), settings, clock);
    };
  }

  private static DataSource pool() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(
        "jdbc:postgresql://127.0.0.1:" + BenchmarkServers.postgresPort() + "/postgres");
    config.setUsername("postgres");
    config.setMaximumPoolSize(CONNECTIONS);
    return new HikariDataSource(config);
  }

  /** A login of a browser. */
  public OpenedSession browserLogin(String callerName) {
    return (OpenedSession) opener.open(login(callerName));
  }

  /** A login with a refresh token. */
  public OpenedSession apiLogin(String callerName) {
    return (OpenedSession) opener.open(login(callerName).withTokens());
  }

  private NewLogin login(String callerName) {
    return NewLogin.of(callerName, Set.of("user"), clock.instant())
        .provenBy(Set.of("pwd"))
        .from("192.0.2.7", "benchmark");
  }

  @Override
  public void close() {
    store.close();
  }
}

package dev.cloakroom.it.nodes;

import dev.cloakroom.it.probe.PemKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Two servers, with an application on Redis and one on PostgreSQL. Must be closed.
 *
 * @param servers with both applications
 * @param onRedis the one application, with opaque cookies, JWT as access tokens, and a file of keys
 * @param onPostgres the other, with JWT as cookies, opaque access tokens, and keys in the store
 * @param factors where both keep authenticator apps: a database that nothing happens to
 */
record TwoServersOnBoth(
    TwoServers servers,
    SharedApplication onRedis,
    SharedApplication onPostgres,
    SharedPostgres factors)
    implements AutoCloseable {
  /** And keys that the servers make themselves, instead of a file that both have. */
  private static final Map<String, String> OTHERS =
      Map.of(
          "cloakroom.session.credential", "jwt",
          "cloakroom.bearer.credential", "opaque",
          "cloakroom.keys.rotate-every", "P30D",
          "cloakroom.keys.secret", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");

  /**
   * Starts everything.
   *
   * @param folder where it is put
   */
  static TwoServersOnBoth in(Path folder) throws IOException {
    return in(folder, Map.of("cloakroom.keys.location", PemKey.in(folder).toString()), OTHERS);
  }

  /**
   * Starts everything, with other settings.
   *
   * @param redis those of the application on Redis
   * @param postgres those of the application on PostgreSQL
   */
  static TwoServersOnBoth in(Path folder, Map<String, String> redis, Map<String, String> postgres) {
    TwoServers servers = new TwoServers(folder);
    BackEnd redisServer = new SharedRedis(folder);
    BackEnd postgresServer = new SharedPostgres();
    SharedPostgres factors = new SharedPostgres();
    try {
      return new TwoServersOnBoth(
          servers,
          SharedApplication.deployed("on-redis", servers, redisServer, factors, redis),
          SharedApplication.deployed("on-postgres", servers, postgresServer, factors, postgres),
          factors);
    } catch (RuntimeException failed) {
      servers.close();
      closed(redisServer, failed);
      closed(postgresServer, failed);
      closed(factors, failed);
      throw failed;
    }
  }

  private static void closed(BackEnd backEnd, RuntimeException failed) {
    try {
      backEnd.close();
    } catch (IOException alsoFailed) {
      failed.addSuppressed(alsoFailed);
    }
  }

  @Override
  public void close() throws IOException {
    servers.close();
    onRedis.backEnd().close();
    onPostgres.backEnd().close();
    factors.close();
  }
}

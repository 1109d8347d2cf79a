package dev.cloakroom.it.nodes;

import dev.cloakroom.it.probe.PemKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Two servers, with an application on Redis and one on PostgreSQL. Must be closed.
 *
 * @param servers with both applications
 * @param onRedis the one application, with opaque cookies and JWT as access tokens
 * @param onPostgres the other, with JWT as cookies and opaque access tokens
 * @param factors where both keep authenticator apps: a database that nothing happens to
 */
record TwoServersOnBoth(
    TwoServers servers,
    SharedApplication onRedis,
    SharedApplication onPostgres,
    SharedPostgres factors)
    implements AutoCloseable {
  private static final Map<String, String> OTHER_CREDENTIALS =
      Map.of("cloakroom.session.credential", "jwt", "cloakroom.bearer.credential", "opaque");

  /**
   * Starts everything.
   *
   * @param folder where it is put
   */
  static TwoServersOnBoth in(Path folder) throws IOException {
    TwoServers servers = new TwoServers(folder);
    Path key = PemKey.in(folder);
    BackEnd redis = new SharedRedis(folder);
    BackEnd postgres = new SharedPostgres();
    SharedPostgres factors = new SharedPostgres();
    try {
      return new TwoServersOnBoth(
          servers,
          SharedApplication.deployed("on-redis", servers, redis, key, factors, Map.of()),
          SharedApplication.deployed(
              "on-postgres", servers, postgres, key, factors, OTHER_CREDENTIALS),
          factors);
    } catch (RuntimeException failed) {
      servers.close();
      redis.close();
      postgres.close();
      factors.close();
      throw failed;
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

package dev.cloakroom.it.nodes;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Two servers, with an application on Redis and one on PostgreSQL. Must be closed.
 *
 * @param servers with both applications
 * @param onRedis the one application
 * @param onPostgres the other
 */
record TwoServersOnBoth(TwoServers servers, SharedApplication onRedis, SharedApplication onPostgres)
    implements AutoCloseable {

  /**
   * Starts everything.
   *
   * @param folder where it is put
   */
  static TwoServersOnBoth in(Path folder) throws IOException {
    TwoServers servers = new TwoServers(folder);
    BackEnd redis = new SharedRedis(folder);
    BackEnd postgres = new SharedPostgres();
    try {
      return new TwoServersOnBoth(
          servers,
          SharedApplication.deployed("on-redis", servers, redis, folder),
          SharedApplication.deployed("on-postgres", servers, postgres, folder));
    } catch (IOException | RuntimeException failed) {
      servers.close();
      redis.close();
      postgres.close();
      throw failed;
    }
  }

  @Override
  public void close() throws IOException {
    servers.close();
    onRedis.backEnd().close();
    onPostgres.backEnd().close();
  }
}

package dev.cloakroom.demo.launch;

import dev.cloakroom.testing.PostgresServer;
import dev.cloakroom.testing.RedisProcess;
import java.util.List;

/**
 * A store that is started for the demo: it forgets everything when it ends, which it does with this
 * process.
 *
 * @param jvmOptions what the nodes are started with to find it
 */
record EmbeddedStore(List<String> jvmOptions) {

  /** Starts the one that a kind of store needs, if it needs one. */
  static EmbeddedStore of(StoreKind kind) throws LaunchException {
    try {
      return switch (kind) {
        case ENVIRONMENT -> new EmbeddedStore(List.of());
        case MEMORY -> new EmbeddedStore(List.of("-Dcloakroom.store=memory"));
        case REDIS -> redis(RedisProcess.start().uri());
        case SQL -> sql(PostgresServer.start().port());
      };
    } catch (RuntimeException failed) {
      throw new LaunchException(
          1,
          "The server of -Ddemo.store cannot be started on this machine: "
              + failed.getMessage()
              + " Name one of your own by the environment, or leave -Ddemo.store out.");
    }
  }

  private static EmbeddedStore redis(String uri) {
    return new EmbeddedStore(List.of("-Dcloakroom.store=redis", "-Dcloakroom.redis.uri=" + uri));
  }

  private static EmbeddedStore sql(int port) {
    String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres";
    return new EmbeddedStore(List.of("-Dcloakroom.store=sql", "-Ddemo.sql.url=" + url));
  }
}

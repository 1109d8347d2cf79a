package dev.cloakroom.it.nodes;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** Two servers that share a Redis. */
class RedisNodesIT {
  private static TwoServers servers;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    servers = new TwoServers(folder, new SharedRedis(folder));
  }

  @AfterAll
  static void stop() throws IOException {
    servers.close();
  }

  @Nested
  class Logins extends SharedLoginContract {
    @Override
    TwoServers servers() {
      return servers;
    }
  }
}

package dev.cloakroom.it.nodes;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two servers under load that share a Redis, on Payara Micro only: what is tested is between
 * Cloakroom and its store, the same on all servers.
 */
@Tag("payara-micro")
class RedisFailureIT extends FailureContract {
  private static TwoServers servers;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    servers = new TwoServers(folder, new SharedRedis(folder));
  }

  @AfterAll
  static void stop() throws IOException {
    servers.close();
  }

  @Override
  TwoServers servers() {
    return servers;
  }
}

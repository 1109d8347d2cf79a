package dev.cloakroom.it.nodes;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two servers under load that share a PostgreSQL, on Payara Micro only: what is tested is between
 * Cloakroom and its store. On WildFly it would fail, because the pool of a data source that the
 * application defines keeps connections that broke, whatever is done with them.
 */
@Tag("payara-micro")
class PostgresFailureIT extends FailureContract {
  private static TwoServers servers;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    servers = new TwoServers(folder, new SharedPostgres());
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

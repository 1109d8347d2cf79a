package dev.cloakroom.it.nodes;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two servers under load that share a store, on Payara Micro only: what is tested is between
 * Cloakroom and its store. On WildFly it would fail with PostgreSQL, because the pool of a data
 * source that the application defines keeps connections that broke, whatever is done with them.
 */
@Tag("payara-micro")
class FailureIT {
  private static TwoServersOnBoth both;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    both = TwoServersOnBoth.in(folder);
  }

  @AfterAll
  static void stop() throws IOException {
    both.close();
  }

  @Nested
  class OnRedis extends FailureContract {
    @Override
    SharedApplication shared() {
      return both.onRedis();
    }
  }

  @Nested
  class OnPostgres extends FailureContract {
    @Override
    SharedApplication shared() {
      return both.onPostgres();
    }
  }
}

package dev.cloakroom.it.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.probe.ProbeWar;
import dev.cloakroom.it.process.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers that share a Redis and, with another application, a PostgreSQL. */
class NodesIT {
  private static TwoServersOnBoth both;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    both = TwoServersOnBoth.in(folder);
  }

  @AfterAll
  static void stop() throws IOException {
    both.close();
  }

  /** What the server reports does not count: Payara Micro calls it deployed, and serves nothing. */
  @Test
  void wrongNameOfADataSource_stopsTheDeployment_andIsExplained() throws Exception {
    ServerProcess server = both.servers().server(TwoServers.ONE);
    server.deploy(
        ProbeWar.bare("nameless.war")
            .setting("cloakroom.store", "sql")
            .setting("cloakroom.sql.data-source", "java:app/jdbc/nowhere")
            .archive());

    ProbeClient client = ProbeClient.over(server.server());
    assertThat(client.get("nameless/.well-known/jwks.json").statusCode()).isEqualTo(404);
    assertThat(client.get("nameless/session").statusCode()).isEqualTo(404);
    assertThat(both.onPostgres().one().get("auth/.well-known/jwks.json").statusCode())
        .isEqualTo(200);
    assertThat(server.log().textWith("jdbc/nowhere"))
        .contains(
            "Cloakroom does not start: cloakroom.sql.data-source=java:app/jdbc/nowhere. Allowed:"
                + " the JNDI name of a javax.sql.DataSource. The server knows no such name.");
  }

  /** The server's pool lets the driver's own connection be had, and its waiting be limited. */
  @Test
  void changesInPostgres_areToldToThisServer() throws IOException {
    both.onPostgres().one().login("user-told");

    assertThat(both.servers().server(TwoServers.ONE).log().text())
        .doesNotContain(
            "cannot tell of changes",
            "take no network timeout",
            "hides PostgreSQL's own connection");
  }

  @Nested
  class OnRedis extends ForeignTokensContract {
    @Override
    SharedApplication shared() {
      return both.onRedis();
    }
  }

  @Nested
  class OnPostgres extends ForeignTokensContract {
    @Override
    SharedApplication shared() {
      return both.onPostgres();
    }
  }

  @Nested
  class FactorsOnRedis extends SharedFactorContract {
    @Override
    SharedApplication shared() {
      return both.onRedis();
    }
  }

  @Nested
  class FactorsOnPostgres extends SharedFactorContract {
    @Override
    SharedApplication shared() {
      return both.onPostgres();
    }
  }

  @Nested
  class TotpOnRedis extends SharedTotpContract {
    @Override
    SharedApplication shared() {
      return both.onRedis();
    }
  }

  @Nested
  class TotpOnPostgres extends SharedTotpContract {
    @Override
    SharedApplication shared() {
      return both.onPostgres();
    }
  }

  /** On Payara Micro only: what is tested is between Cloakroom and its store. */
  @Nested
  @Tag("payara-micro")
  class WhenRedisFails extends FailureContract {
    @Override
    SharedApplication shared() {
      return both.onRedis();
    }
  }

  /**
   * On Payara Micro only. On WildFly it would fail, because the pool of a data source that the
   * application defines keeps connections that broke, whatever is done with them.
   */
  @Nested
  @Tag("payara-micro")
  class WhenPostgresFails extends FailureContract {
    @Override
    SharedApplication shared() {
      return both.onPostgres();
    }
  }
}

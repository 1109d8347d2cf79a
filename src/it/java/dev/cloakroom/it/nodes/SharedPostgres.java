package dev.cloakroom.it.nodes;

import dev.cloakroom.it.probe.ProbeWar;
import dev.cloakroom.testing.DriverJars;
import dev.cloakroom.testing.PostgresServer;
import java.io.IOException;

/**
 * A PostgreSQL that the application brings a driver and a data source for, as Jakarta EE defines it
 * for all servers.
 */
final class SharedPostgres implements BackEnd {
  static final String DATA_SOURCE = "java:app/jdbc/sessions";

  private static final String DEFINITION =
      """
        <data-source>
          <name>%s</name>
          <class-name>org.postgresql.ds.PGSimpleDataSource</class-name>
          <server-name>127.0.0.1</server-name>
          <port-number>%d</port-number>
          <database-name>postgres</database-name>
          <user>postgres</user>
          <password>postgres</password>
          <max-pool-size>16</max-pool-size>
        </data-source>
      """;

  private final PostgresServer postgres = PostgresServer.start();

  @Override
  public void addTo(ProbeWar war) {
    war.setting("cloakroom.store", "sql")
        .setting("cloakroom.sql.data-source", DATA_SOURCE)
        .setting("cloakroom.sql.create-schema", "true")
        .descriptor(DEFINITION.formatted(DATA_SOURCE, postgres.port()));
    DriverJars.postgres().forEach(war::library);
  }

  @Override
  public void kill() throws IOException, InterruptedException {
    postgres.signal("KILL");
  }

  @Override
  public void restart() throws IOException {
    postgres.restart();
  }

  @Override
  public void suspend() throws IOException, InterruptedException {
    postgres.signal("STOP");
  }

  @Override
  public void resume() throws IOException, InterruptedException {
    postgres.signal("CONT");
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}

package dev.cloakroom.it.nodes;

import dev.cloakroom.it.probe.ProbeWar;
import dev.cloakroom.testing.DriverJars;
import dev.cloakroom.testing.PostgresServer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A PostgreSQL that the application brings a driver and a data source for, as Jakarta EE defines it
 * for all servers.
 */
public final class SharedPostgres implements BackEnd {
  static final String DATA_SOURCE = "java:app/jdbc/sessions";

  private static final String FACTORS = "java:app/jdbc/factors";

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

  private static final List<String> READS =
      List.of("alter system set default_transaction_read_only = on", "select pg_reload_conf()");
  private static final List<String> READS_AND_WRITES =
      List.of(
          "set default_transaction_read_only = off",
          "alter system reset default_transaction_read_only",
          "select pg_reload_conf()");

  /** As PostgreSQL reports a disk that is full. */
  private static final List<String> FULL =
      List.of(
          """
          create function is_full() returns trigger language plpgsql as
          $$ begin raise exception 'no space left on device' using errcode = 'disk_full'; end $$
          """,
          """
          create trigger full_disk before insert or update on cloakroom_session
          execute function is_full()
          """);

  private static final List<String> ROOM_AGAIN = List.of("drop function is_full cascade");

  private final PostgresServer postgres = PostgresServer.start();

  @Override
  public void addTo(ProbeWar war) {
    war.setting("cloakroom.store", "sql").setting("cloakroom.sql.data-source", DATA_SOURCE);
    addSource(war, DATA_SOURCE);
  }

  /** Has an application keep second factors there, wherever its sessions are. */
  void addFactorsTo(ProbeWar war) {
    war.setting("cloakroom.factor.data-source", FACTORS);
    addSource(war, FACTORS);
  }

  private void addSource(ProbeWar war, String name) {
    war.setting("cloakroom.sql.create-schema", "true")
        .descriptor(DEFINITION.formatted(name, postgres.port()));
    DriverJars.postgres().forEach(war::library);
  }

  @Override
  public void kill() throws IOException, InterruptedException {
    postgres.kill();
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
  public Ongoing begin(Trouble trouble) throws Exception {
    return switch (trouble) {
      case ONLY_READS -> between(READS, READS_AND_WRITES);
      case FULL -> between(FULL, ROOM_AGAIN);
      case STARTING -> replacedBy(() -> Impostor.startingPostgres(postgres.port()));
      case RESETTING -> replacedBy(() -> Impostor.resetting(postgres.port()));
    };
  }

  private Ongoing between(List<String> begin, List<String> end) throws SQLException {
    run(begin);
    return () -> run(end);
  }

  private void run(List<String> statements) throws SQLException {
    try (Connection connection = postgres.direct().getConnection();
        Statement statement = connection.createStatement()) {
      for (String one : statements) {
        statement.execute(one);
      }
    }
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}

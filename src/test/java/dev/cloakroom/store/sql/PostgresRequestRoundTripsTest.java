package dev.cloakroom.store.sql;

import dev.cloakroom.session.RequestRoundTripsContract;
import dev.cloakroom.store.remote.SharedStore;
import dev.cloakroom.testing.PostgresServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class PostgresRequestRoundTripsTest extends RequestRoundTripsContract {
  private final PostgresServer server = PostgresServer.shared();
  private final SqlNodes nodes = new SqlNodes(server.direct(), clock);
  private final List<Connection> connections = new ArrayList<>();

  @Override
  protected int portOfEmptyServer() {
    return server.port();
  }

  @Override
  protected SharedStore storeBy(int port) throws SQLException {
    Connection connection = server.connectBy(port);
    connections.add(connection);
    return nodes.openOn(FakeSource.single(connection), Duration.ofSeconds(10));
  }

  @AfterEach
  void closeConnections() throws SQLException {
    nodes.close();
    for (Connection connection : connections) {
      connection.close();
    }
  }
}

package dev.cloakroom.store.sql;

import dev.cloakroom.session.SessionRacesContract;
import dev.cloakroom.store.remote.SharedStore;
import java.time.Clock;
import java.util.List;

/** What two nodes do to a login session at the same moment, in a database. */
abstract class SqlSessionRacesContract extends SessionRacesContract {
  private final TestDatabase database = TestDatabase.of(getClass());

  @Override
  protected List<SharedStore> openTwo(Clock clock) {
    SqlNodes nodes = new SqlNodes(database.dataSource(), clock);
    return List.of(nodes.open(), nodes.open());
  }
}

package dev.cloakroom.store.sql;

import dev.cloakroom.store.Revocations;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * In the table of marks, a row each, which is swept when its time is over. Safe for use by several
 * threads.
 */
final class SqlRevocations implements Revocations {
  private final Database database;
  private final KnownDatabase known;
  private final Clock clock;

  SqlRevocations(Database database, KnownDatabase known, Clock clock) {
    this.database = database;
    this.known = known;
    this.clock = clock;
  }

  @Override
  public void revoke(String key, Instant moment, Instant keptUntil) {
    Mark mark = new Mark(Mark.REVOKED, key, moment.toEpochMilli(), keptUntil.toEpochMilli());
    Dialect dialect = known.dialect();
    database.transaction(
        "revoking tokens",
        connection -> {
          dialect.mark(connection, mark);
          dialect.tell(connection, key);
          return true;
        });
  }

  @Override
  public List<Instant> of(List<String> keys) {
    known.dialect();
    Map<String, Instant> found =
        database.run("looking for revoked tokens", connection -> found(connection, keys));
    return keys.stream().map(key -> found.getOrDefault(key, NEVER)).toList();
  }

  private Map<String, Instant> found(Connection connection, List<String> keys) throws SQLException {
    String text =
        "select caller, ended_at from cloakroom_mark where scope = ? and kept_until > ?"
            + " and caller in (%s)"
                .formatted(String.join(", ", Collections.nCopies(keys.size(), "?")));
    Map<String, Instant> moments = new HashMap<>();
    try (Query query = Query.of(connection, known.tables().in(text))) {
      query.text(Mark.REVOKED).number(clock.millis());
      for (String key : keys) {
        query.text(key);
      }
      query.rows(row -> moments.put(row.getString(1), Instant.ofEpochMilli(row.getLong(2))));
    }
    return moments;
  }
}

package dev.cloakroom.store.sql;

import dev.cloakroom.store.SharedTexts;
import java.sql.Connection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the nodes agree on, in a table of its own, a row each, which stays. Safe for use by several
 * threads.
 */
final class SqlTexts implements SharedTexts {
  private static final TextRows ROWS = new TextRows("cloakroom_text", "name");

  private final Database database;
  private final KnownDatabase known;
  private volatile boolean looked;

  SqlTexts(Database database, KnownDatabase known) {
    this.database = database;
    this.known = known;
  }

  @Override
  public @Nullable String find(String name) {
    Dialect dialect = known.dialect();
    List<String> found =
        database.run(
            "reading what the nodes agree on",
            connection -> {
              lookOnce(connection, dialect);
              return ROWS.find(connection, known.tables(), name);
            });
    return found.isEmpty() ? null : found.get(0);
  }

  /** Says what is missing, once it is needed. */
  private void lookOnce(Connection connection, Dialect dialect) {
    if (!looked) {
      FirstMeeting.lookForTexts(connection, new Schema(dialect, known.tables()));
      looked = true;
    }
  }

  @Override
  public boolean replace(String name, @Nullable String expected, String next) {
    known.dialect();
    return database.run(
        "changing what the nodes agree on",
        connection -> ROWS.replace(connection, known.tables(), name, expected, next));
  }
}

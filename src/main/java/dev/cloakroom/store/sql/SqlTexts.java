package dev.cloakroom.store.sql;

import dev.cloakroom.store.SharedTexts;
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

  SqlTexts(Database database, KnownDatabase known) {
    this.database = database;
    this.known = known;
  }

  @Override
  public @Nullable String find(String name) {
    known.dialect();
    List<String> found =
        database.run(
            "reading what the nodes agree on",
            connection -> ROWS.find(connection, known.tables(), name));
    return found.isEmpty() ? null : found.get(0);
  }

  @Override
  public boolean replace(String name, @Nullable String expected, String next) {
    known.dialect();
    return database.run(
        "changing what the nodes agree on",
        connection -> ROWS.replace(connection, known.tables(), name, expected, next));
  }
}

package dev.cloakroom.store.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables, as the file of a dialect describes them. */
final class Schema {
  private static final String TEXTS = "cloakroom_text";

  private final Dialect dialect;
  private final TableNames tables;
  private final SchemaFile file;

  Schema(Dialect dialect, TableNames tables) {
    this.dialect = dialect;
    this.tables = tables;
    this.file = new SchemaFile(dialect.schemaFile(), tables);
  }

  /** Where the file is in the JAR. */
  String file() {
    return file.path();
  }

  /** The names of the tables, for people. */
  String tables() {
    return Stream.concat(
            Arrays.stream(SweptTable.values()).map(SweptTable::tableName), Stream.of(TEXTS))
        .map(tables::in)
        .collect(Collectors.joining(", "));
  }

  /** The statements of the file, one by one. */
  List<String> statements() {
    return file.statements();
  }

  /** Creates what is missing; what is there stays. Other nodes may do the same at the same time. */
  void create(Database database) {
    database.transaction(
        "creating its tables",
        connection -> {
          dialect.lockSchema(connection);
          file.run(connection);
          return true;
        });
  }

  /** Whether all is there. */
  boolean isThere(Connection connection) {
    return servesLogins(connection)
        && servesOneTimeTokens(connection)
        && servesSharedKeys(connection);
  }

  /** Whether all is there that a login needs. */
  boolean servesLogins(Connection connection) {
    String question =
        "select m.ended_at, s.id, a.id from cloakroom_mark m"
            + " left join cloakroom_session s on 1 = 0 left join cloakroom_attempt a on 1 = 0"
            + " where m.scope = 'all' and m.caller = ''";
    try (Query query = Query.of(connection, tables.in(question))) {
      return query.hasRow();
    } catch (SQLException e) {
      return false;
    }
  }

  /** Whether what one-time tokens need is there; logins do without. */
  boolean servesOneTimeTokens(Connection connection) {
    String question = "select id, holder from cloakroom_one_time where 1 = 0";
    try (Query query = Query.of(connection, tables.in(question))) {
      return !query.hasRow();
    } catch (SQLException e) {
      return false;
    }
  }

  /** Whether what keys that nodes share need is there; who does not rotate keys does without. */
  boolean servesSharedKeys(Connection connection) {
    String question = "select name, content from " + TEXTS + " where 1 = 0";
    try (Query query = Query.of(connection, tables.in(question))) {
      return !query.hasRow();
    } catch (SQLException e) {
      return false;
    }
  }
}

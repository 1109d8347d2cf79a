package dev.cloakroom.store.sql;

import dev.cloakroom.store.End;
import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.store.remote.SharedStore.Push;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What one kind of database does in its own way. Safe for use by several threads. */
interface Dialect {

  /** The name of the file with its tables. */
  String schemaFile();

  /** Whether changes can be heard of over connections like this one. */
  Push push(Connection connection);

  /** Waits until no other node is creating tables, as far as that is needed. */
  void lockSchema(Connection connection) throws SQLException;

  /** Keeps a new record; false if a mark forbids it or the id is taken. */
  boolean create(Database database, SessionRecord created);

  /** Puts a record in the place of its predecessor; false if that is not there at a moment. */
  boolean replace(Database database, SessionRecord next, long now);

  /** Writes down that a caller's logins are over, and ends the live sessions, both or neither. */
  List<SessionRows.Row> endByCaller(Database database, String caller, End end);

  /** Writes a mark down, or moves the one that is there forward; waits for logins under way. */
  void mark(Connection connection, Mark mark) throws SQLException;

  /** Tells all nodes that something else than a record has changed, where they are told. */
  void tell(Connection connection, String key) throws SQLException;

  /** Ends the live sessions of a selection. */
  List<SessionRows.Row> end(Connection connection, Selection selection, End end)
      throws SQLException;

  /** The table of attempts. */
  AttemptRows attempts();

  /**
   * Deletes some of the rows whose time is over, {@link SweptTable#BATCH} at most.
   *
   * @return how many
   */
  int sweep(Connection connection, SweptTable table, long now) throws SQLException;
}

package dev.cloakroom.store.sql;

import dev.cloakroom.store.End;
import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.store.remote.SharedStore.Push;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.List;

/**
 * H2 and MariaDB: short transactions that lock the rows they read, so that they see them as they
 * are, whatever the isolation level. Nobody is told of changes.
 *
 * @param sql what the two write differently
 */
record LockingDialect(Sql sql, TableNames tables, SessionRows rows) implements Dialect {

  /**
   * What the two write differently.
   *
   * @param schemaFile the name of the file with the tables
   * @param mark inserts a mark or moves it forward
   * @param shareLock the end of a query that others may read meanwhile, but not change
   * @param noAttempts inserts a row of no attempts where there is none
   * @param sweep deletes so many rows of a table
   */
  record Sql(String schemaFile, String mark, String shareLock, String noAttempts, String sweep) {}

  static final Sql H2 =
      new Sql(
          "h2.sql",
          """
          merge into cloakroom_mark m
          using (values (cast(? as varchar), cast(? as varchar), cast(? as bigint),
              cast(? as bigint))) as n (scope, caller, ended_at, kept_until)
          on m.scope = n.scope and m.caller = n.caller
          when matched then update set
            ended_at = greatest(m.ended_at, n.ended_at),
            kept_until = greatest(m.kept_until, n.kept_until)
          when not matched then insert (scope, caller, ended_at, kept_until)
            values (n.scope, n.caller, n.ended_at, n.kept_until)""",
          " for update",
          """
          merge into cloakroom_attempt a
          using (values (cast(? as varchar), cast(? as bigint), cast(? as bigint)))
            as n (id, kept_until, kept_before)
          on a.id = n.id
          when not matched then insert (id, attempts, wait_until, kept_until, kept_before)
            values (n.id, 0, 0, n.kept_until, n.kept_before)""",
          "delete from %s where kept_until <= ? fetch first ? rows only");

  static final Sql MARIADB =
      new Sql(
          "mariadb.sql",
          """
          insert into cloakroom_mark (scope, caller, ended_at, kept_until) values (?, ?, ?, ?)
          on duplicate key update
            ended_at = greatest(ended_at, values(ended_at)),
            kept_until = greatest(kept_until, values(kept_until))""",
          " lock in share mode",
          """
          insert into cloakroom_attempt (id, attempts, wait_until, kept_until, kept_before)
          values (?, 0, 0, ?, ?) on duplicate key update attempts = attempts""",
          "delete from %s where kept_until <= ? limit ?");

  private static final String ENDED_AT =
      "select ended_at from cloakroom_mark where scope = ? and caller = ?";

  private static final String INSERT =
      """
      insert into cloakroom_session (id, version, caller, began_at,
        expires_at, kept_until, end_reason, ended_at, body)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  private static final String REPLACE =
      """
      update cloakroom_session
      set version = ?, expires_at = ?, kept_until = ?, end_reason = ?, ended_at = ?, body = ?
      where id = ? and version = ? and kept_until > ?""";

  private static final String END =
      """
      update cloakroom_session
      set version = version + 1, end_reason = ?, ended_at = ?, kept_until = ?
      where id = ?""";

  @Override
  public String schemaFile() {
    return sql.schemaFile();
  }

  @Override
  public Push push(Connection connection) {
    return Push.ABSENT;
  }

  /** These two have no lock for it: who fails beside another node tries again. */
  @Override
  public void lockSchema(Connection connection) {}

  @Override
  public boolean create(Database database, SessionRecord created) {
    return database.transaction("keeping a login", connection -> created(connection, created));
  }

  private boolean created(Connection connection, SessionRecord created) throws SQLException {
    Mark mine = Mark.of(created);
    mark(connection, mine);
    long begun = created.login().at().toEpochMilli();
    return endedAt(connection, mine, " for update") < begun
        && endedAt(connection, Mark.ofNone(), sql.shareLock()) < begun
        && inserted(connection, created);
  }

  private long endedAt(Connection connection, Mark mark, String lock) throws SQLException {
    try (Query query = Query.of(connection, tables.in(ENDED_AT) + lock)) {
      return query.text(mark.scope()).text(mark.caller()).rows(row -> row.getLong(1)).stream()
          .findFirst()
          .orElseThrow(Mark::missing);
    }
  }

  private boolean inserted(Connection connection, SessionRecord created) throws SQLException {
    try (Query query = Query.of(connection, tables.in(INSERT))) {
      SessionRows.giveState(SessionRows.giveIdentity(query, created), created).run();
      return true;
    } catch (SQLIntegrityConstraintViolationException taken) {
      return false;
    }
  }

  @Override
  public boolean replace(Database database, SessionRecord next, long now) {
    return database.run("changing a login session", connection -> replaced(connection, next, now));
  }

  private boolean replaced(Connection connection, SessionRecord next, long now)
      throws SQLException {
    try (Query query = Query.of(connection, tables.in(REPLACE)).number(next.version())) {
      SessionRows.giveState(query, next).text(next.id()).number(next.version() - 1).number(now);
      return query.run() == 1;
    }
  }

  @Override
  public List<SessionRows.Row> endByCaller(Database database, String caller, End end) {
    return database.transaction(
        "ending a caller's login sessions",
        connection -> {
          mark(connection, Mark.ended(caller, end));
          return end(connection, Selection.ofCaller(caller), end);
        });
  }

  /** On H2, two that insert the same mark at once: the second is told to look again. */
  @Override
  public void mark(Connection connection, Mark mark) throws SQLException {
    try (Query query = mark.give(Query.of(connection, tables.in(sql.mark())))) {
      query.run();
    } catch (SQLIntegrityConstraintViolationException justInserted) {
      try (Query again = mark.give(Query.of(connection, tables.in(sql.mark())))) {
        again.run();
      }
    }
  }

  @Override
  public void tell(Connection connection, String key) {}

  /**
   * One end after the other, by the lock of the mark of all: the rows of a query are locked in the
   * order of whatever index it uses, so two ends could each hold what the other waits for.
   */
  @Override
  public List<SessionRows.Row> end(Connection connection, Selection selection, End end)
      throws SQLException {
    endedAt(connection, Mark.ofNone(), " for update");
    String live = tables.in("select " + SessionRows.COLUMNS + selection.text());
    List<SessionRows.Row> ended;
    try (Query query = selection.give(Query.of(connection, live), end)) {
      ended = query.rows(row -> rows.ended(row, end));
    }
    try (Query query = Query.of(connection, tables.in(END))) {
      for (SessionRows.Row session : ended) {
        SessionRows.giveEnd(query, end).text(session.id()).addToBatch();
      }
      query.runBatch();
    }
    return ended;
  }

  @Override
  public AttemptRows attempts() {
    return new LockingAttempts(sql.noAttempts(), tables);
  }

  @Override
  public int sweep(Connection connection, SweptTable table, long now) throws SQLException {
    String text = tables.in(sql.sweep().formatted(table.tableName()));
    try (Query query = Query.of(connection, text).number(now).number(SweptTable.BATCH)) {
      return query.run();
    }
  }
}

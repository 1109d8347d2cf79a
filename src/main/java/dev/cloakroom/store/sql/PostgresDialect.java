package dev.cloakroom.store.sql;

import static java.lang.System.Logger.Level.WARNING;

import dev.cloakroom.store.End;
import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.store.remote.Change;
import dev.cloakroom.store.remote.ChangeListener;
import dev.cloakroom.store.remote.SharedStore.Push;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * PostgreSQL: one round trip for each operation on a session, and each change is told with it.
 *
 * <p>A statement sees what was committed when it began, but for rows that it locks: those it sees
 * as they are once it has the lock. That is why a login locks the two marks that it asks, and why
 * the end of a caller's sessions comes as a second statement after the lock of the mark.
 */
final class PostgresDialect implements Dialect {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom.store");

  private static final String CREATE =
      """
      with mine as (
        insert into cloakroom_mark as m (scope, caller, ended_at, kept_until) values (?, ?, ?, ?)
        on conflict (scope, caller) do update
          set kept_until = greatest(m.kept_until, excluded.kept_until)
        returning ended_at),
      everyone as (
        select ended_at from cloakroom_mark where scope = 'all' and caller = '' for share),
      kept as (
        insert into cloakroom_session (id, version, caller, began_at,
          expires_at, kept_until, end_reason, ended_at, body)
        select ?, ?, ?, ?, ?, ?, ?, ?, ?
        from mine, everyone where mine.ended_at < ? and everyone.ended_at < ?
        on conflict (id) do nothing
        returning id)
      select (select count(*) from kept) as kept, (select count(*) from everyone) as marks""";

  private static final String REPLACE =
      """
      update cloakroom_session
      set version = ?, expires_at = ?, kept_until = ?, end_reason = ?, ended_at = ?, body = ?
      where id = ? and version = ? and kept_until > ?
      returning pg_notify(?, id || ' ' || version)""";

  private static final String MARK =
      """
      insert into cloakroom_mark as m (scope, caller, ended_at, kept_until) values (?, ?, ?, ?)
      on conflict (scope, caller) do update
        set ended_at = greatest(m.ended_at, excluded.ended_at),
            kept_until = greatest(m.kept_until, excluded.kept_until)""";

  private static final String END =
      """
      with live as (select id%s)
      update cloakroom_session s
      set version = s.version + 1, end_reason = ?, ended_at = ?, kept_until = ?
      from live where s.id = live.id
      returning s.id, s.version, s.end_reason, s.ended_at, s.body,
        pg_notify(?, s.id || ' ' || s.version)""";

  private static final String SWEEP =
      """
      delete from %1$s where (%2$s) in (
        select %2$s from %1$s where kept_until <= ? limit ? for update skip locked)""";

  private final TableNames tables;
  private final SessionRows rows;

  PostgresDialect(TableNames tables, SessionRows rows) {
    this.tables = tables;
    this.rows = rows;
  }

  @Override
  public String schemaFile() {
    return "postgresql.sql";
  }

  @Override
  public Push push(Connection connection) {
    if (Notifications.of(connection) != null) {
      return Push.SUPPORTED;
    }
    LOG.log(
        WARNING,
        "The data source hides PostgreSQL's own connection, so changes to login sessions are not"
            + " told to this node: it sees them within cloakroom.near-cache.max-staleness.");
    return Push.ABSENT;
  }

  /** Two nodes that create a table of one name at once would fail in the catalogue. */
  @Override
  public void lockSchema(Connection connection) throws SQLException {
    String lock = "select pg_advisory_xact_lock(hashtext(?))";
    try (Query query = Query.of(connection, lock).text(tables.channel())) {
      query.hasRow();
    }
  }

  @Override
  public boolean create(Database database, SessionRecord created) {
    return database.run("keeping a login", connection -> created(connection, created));
  }

  private boolean created(Connection connection, SessionRecord created) throws SQLException {
    long begun = created.login().at().toEpochMilli();
    try (Query query = Query.of(connection, tables.in(CREATE))) {
      SessionRows.giveIdentity(Mark.of(created).give(query), created);
      SessionRows.giveState(query, created).number(begun).number(begun);
      return query.rows(PostgresDialect::isKept).get(0);
    }
  }

  private static boolean isKept(ResultSet row) throws SQLException {
    if (row.getLong("marks") == 0) {
      throw Mark.missing();
    }
    return row.getLong("kept") == 1;
  }

  @Override
  public boolean replace(Database database, SessionRecord next, long now) {
    return database.run("changing a login session", connection -> replaced(connection, next, now));
  }

  private boolean replaced(Connection connection, SessionRecord next, long now)
      throws SQLException {
    try (Query query = Query.of(connection, tables.in(REPLACE)).number(next.version())) {
      SessionRows.giveState(query, next).text(next.id()).number(next.version() - 1).number(now);
      return query.text(tables.channel()).hasRow();
    }
  }

  /**
   * Two statements in one text are sent together. Some settings of the driver separate them, so
   * only the transaction makes them one.
   */
  @Override
  public List<SessionRows.Row> endByCaller(Database database, String caller, End end) {
    Mark mark = Mark.ended(caller, end);
    Selection selection = Selection.ofCaller(caller);
    String text = tables.in(MARK + ";" + END.formatted(selection.text()));
    return database.transaction(
        "ending a caller's login sessions",
        connection -> {
          try (Query query = selection.give(mark.give(Query.of(connection, text)), end)) {
            return giveEnd(query, end).rowsOfSecond(rows::read);
          }
        });
  }

  private Query giveEnd(Query query, End end) throws SQLException {
    return SessionRows.giveEnd(query, end).text(tables.channel());
  }

  @Override
  public void mark(Connection connection, Mark mark) throws SQLException {
    try (Query query = mark.give(Query.of(connection, tables.in(MARK)))) {
      query.run();
    }
  }

  /** Once the transaction is committed. */
  @Override
  public void tell(Connection connection, String key) throws SQLException {
    String told = new Change(key, ChangeListener.UNKNOWN_VERSION).text();
    try (Query query = Query.of(connection, "select pg_notify(?, ?)")) {
      query.text(tables.channel()).text(told).hasRow();
    }
  }

  @Override
  public List<SessionRows.Row> end(Connection connection, Selection selection, End end)
      throws SQLException {
    String text = tables.in(END.formatted(selection.text()));
    try (Query query = selection.give(Query.of(connection, text), end)) {
      return giveEnd(query, end).rows(rows::read);
    }
  }

  @Override
  public AttemptRows attempts() {
    return new PostgresAttempts(tables);
  }

  @Override
  public int sweep(Connection connection, SweptTable table, long now) throws SQLException {
    String text = tables.in(SWEEP.formatted(table.tableName(), table.key()));
    try (Query query = Query.of(connection, text).number(now).number(SweptTable.BATCH)) {
      return query.run();
    }
  }
}

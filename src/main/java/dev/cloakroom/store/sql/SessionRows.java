package dev.cloakroom.store.sql;

import dev.cloakroom.store.End;
import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.store.remote.RecordCodec;
import dev.cloakroom.store.remote.RecordReader;
import dev.cloakroom.store.remote.StoredBody;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Turns rows of the table of sessions into records, and back. Safe for use by several threads. */
final class SessionRows {
  /** What {@link #read} needs of a row. */
  static final String COLUMNS = "id, version, end_reason, ended_at, body";

  private final RecordReader reader = new RecordReader();

  /**
   * A row.
   *
   * @param session its record; null if it cannot be read
   */
  record Row(String id, @Nullable SessionRecord session) {}

  /** The row as the database has it. */
  Row read(ResultSet row) throws SQLException {
    return read(row, row.getLong("version"), end(row));
  }

  /** The row as it will be after an end that the database has not been told of yet. */
  Row ended(ResultSet row, End end) throws SQLException {
    return read(row, row.getLong("version") + 1, end);
  }

  private Row read(ResultSet row, long version, @Nullable End end) throws SQLException {
    String id = row.getString("id");
    return new Row(id, reader.read(new StoredBody(id, version, row.getBytes("body"), end)));
  }

  private static @Nullable End end(ResultSet row) throws SQLException {
    String why = row.getString("end_reason");
    return why == null ? null : End.stored(why, Instant.ofEpochMilli(row.getLong("ended_at")));
  }

  /** Gives id, version, caller and begin: what never changes, but for the version. */
  static Query giveIdentity(Query query, SessionRecord record) throws SQLException {
    return query
        .text(record.id())
        .number(record.version())
        .text(record.login().callerName())
        .number(record.login().at().toEpochMilli());
  }

  /** Gives expiry, end of keeping, reason and moment of the end, and body: what changes. */
  static Query giveState(Query query, SessionRecord record) throws SQLException {
    End end = record.end();
    return query
        .number(record.expiresAt().toEpochMilli())
        .number(record.keptUntil().toEpochMilli())
        .text(end == null ? null : end.why().name())
        .number(end == null ? null : end.at().toEpochMilli())
        .bytes(RecordCodec.encode(record));
  }

  /** Gives reason and moment of an end, and the end of keeping that follows from it. */
  static Query giveEnd(Query query, End end) throws SQLException {
    return query
        .text(end.why().name())
        .number(end.at().toEpochMilli())
        .number(end.at().plus(SessionRecord.AFTERLIFE).toEpochMilli());
  }
}

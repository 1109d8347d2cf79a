package dev.cloakroom.store.sql;

import dev.cloakroom.store.End;
import dev.cloakroom.store.SessionRecord;
import java.sql.SQLException;
import java.time.Instant;

/**
 * That logins which began at or before a moment are over. Its row is also what a login and the end
 * of all logins wait for each other on.
 *
 * @param scope of one caller, of all, or of what no record is kept of
 * @param caller whose; empty for all
 * @param endedAt the moment, in milliseconds
 * @param keptUntil when the row may go, in milliseconds
 */
record Mark(String scope, String caller, long endedAt, long keptUntil) {
  static final String CALLER = "caller";
  static final String ALL = "all";

  /** Of what no record is kept of; it is no caller then, but a key. */
  static final String REVOKED = "revoked";

  /** The moment of a mark that ends nothing. */
  static final long NEVER = Long.MIN_VALUE;

  /** The mark that a new login waits on. */
  static Mark of(SessionRecord created) {
    Instant begun = created.login().at();
    return new Mark(CALLER, created.login().callerName(), NEVER, until(begun));
  }

  /** The logins of a caller are over. */
  static Mark ended(String caller, End end) {
    return new Mark(CALLER, caller, end.at().toEpochMilli(), until(end.at()));
  }

  /** The mark of all logins, moved nowhere. */
  static Mark ofNone() {
    return new Mark(ALL, "", NEVER, Long.MAX_VALUE);
  }

  /** All logins that began before a moment are over. */
  static Mark endedBefore(Instant moment) {
    return new Mark(ALL, "", lastMilliBefore(moment), Long.MAX_VALUE);
  }

  /** Gives all that a row has. */
  Query give(Query query) throws SQLException {
    return query.text(scope).text(caller).number(endedAt).number(keptUntil);
  }

  /** The row of all logins is gone, or never came. */
  static SQLException missing() {
    return new SQLException(
        "the table of marks has no row of scope 'all'; the schema file inserts it");
  }

  private static long lastMilliBefore(Instant moment) {
    return moment.minusNanos(1).toEpochMilli();
  }

  private static long until(Instant moment) {
    return moment.plus(End.LONGEST_LOGIN).toEpochMilli();
  }
}

package dev.cloakroom.store.sql;

import dev.cloakroom.store.End;
import java.sql.SQLException;

/**
 * Which live sessions an end concerns: so many in the order of their ids, of one caller or after
 * some id.
 *
 * @param condition a condition with one parameter
 * @param key its parameter
 * @param latestBegin up to which begin, in milliseconds
 * @param most how many
 */
record Selection(String condition, String key, long latestBegin, long most) {

  /** All that are there, also those that began by a clock that is ahead. */
  static Selection ofCaller(String caller) {
    return new Selection("caller = ?", caller, Long.MAX_VALUE, Integer.MAX_VALUE);
  }

  static Selection after(String id, Mark mark, int most) {
    return new Selection("id > ?", id, mark.endedAt(), most);
  }

  /** The end of a query. Always in the same order, so that two of these cannot block each other. */
  String text() {
    return " from cloakroom_session where "
        + condition
        + " and began_at <= ? and end_reason is null and expires_at > ?"
        + " order by id limit ? for update";
  }

  /** Gives the parameters of {@link #text}. */
  Query give(Query query, End end) throws SQLException {
    return query.text(key).number(latestBegin).number(end.at().toEpochMilli()).number(most);
  }
}

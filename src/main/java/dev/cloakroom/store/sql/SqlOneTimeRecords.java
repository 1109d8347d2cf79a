package dev.cloakroom.store.sql;

import dev.cloakroom.store.OneTimeRecord;
import dev.cloakroom.store.OneTimeRecords;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What can be used once in a database, a row each, which is swept when its time is over. Each
 * statement is a transaction of its own, and none but the removal of all locks more than one row.
 *
 * <p>Those of an owner and purpose have places, so that the first is known whatever the nodes'
 * clocks say. Two that are kept at the same moment may have the same; then their ids decide. Each
 * removes what is too many once it is in: whoever comes last sees all. Safe for use by several
 * threads.
 */
final class SqlOneTimeRecords implements OneTimeRecords {
  private static final String LAST =
      "select max(place) from cloakroom_one_time where owner = ? and purpose = ?";

  private static final String KEEP =
      """
      insert into cloakroom_one_time (id, owner, purpose, holder, place, kept_until, content)
      values (?, ?, ?, ?, ?, ?, ?)""";

  private static final String THOSE_THERE =
      """
      select id, holder from cloakroom_one_time where owner = ? and purpose = ? and kept_until > ?
      order by place desc, id desc""";

  private static final String FIND =
      """
      select id, owner, purpose, holder, kept_until, content
      from cloakroom_one_time where id = ? and kept_until > ?""";

  private static final String REMOVE =
      "delete from cloakroom_one_time where id = ? and kept_until > ?";

  private static final String REMOVE_ALL =
      "delete from cloakroom_one_time where owner = ? and kept_until > ?";

  private static final String REMOVE_PURPOSE =
      "delete from cloakroom_one_time where owner = ? and kept_until > ? and purpose = ?";

  private final Database database;
  private final KnownDatabase known;
  private final Clock clock;

  SqlOneTimeRecords(Database database, KnownDatabase known, Clock clock) {
    this.database = database;
    this.known = known;
    this.clock = clock;
  }

  @Override
  public void keep(OneTimeRecord record, Most most) {
    run("keeping a one-time token", connection -> insert(connection, record));
    run("removing older one-time tokens", connection -> trim(connection, record, most));
  }

  private int insert(Connection connection, OneTimeRecord record) throws SQLException {
    long place;
    try (Query last = query(connection, LAST)) {
      place = last.text(record.owner()).text(record.purpose()).rows(row -> row.getLong(1)).get(0);
    }
    try (Query insert = query(connection, KEEP)) {
      return insert
          .text(record.id())
          .text(record.owner())
          .text(record.purpose())
          .text(record.holder())
          .number(place + 1)
          .number(record.keptUntil().toEpochMilli())
          .text(record.content())
          .run();
    }
  }

  private int trim(Connection connection, OneTimeRecord kept, Most most) throws SQLException {
    List<Held> there;
    try (Query query = query(connection, THOSE_THERE)) {
      query.text(kept.owner()).text(kept.purpose()).number(clock.millis());
      there = query.rows(row -> new Held(row.getString("id"), row.getString("holder")));
    }
    Set<Held> tooMany = new LinkedHashSet<>(beyond(most.ofAll(), there));
    tooMany.addAll(
        beyond(
            most.ofHolder(),
            there.stream().filter(one -> one.holder.equals(kept.holder())).toList()));
    for (Held one : tooMany) {
      removed(connection, one.id);
    }
    return tooMany.size();
  }

  private static List<Held> beyond(int most, List<Held> some) {
    return some.subList(Math.min(most, some.size()), some.size());
  }

  /** What is looked at of a record to see whether it is too many. */
  private record Held(String id, String holder) {}

  @Override
  public @Nullable OneTimeRecord find(String id) {
    List<OneTimeRecord> found =
        run(
            "reading a one-time token",
            connection -> {
              try (Query query = query(connection, FIND)) {
                return query.text(id).number(clock.millis()).rows(SqlOneTimeRecords::record);
              }
            });
    return found.isEmpty() ? null : found.get(0);
  }

  private static OneTimeRecord record(ResultSet row) throws SQLException {
    return new OneTimeRecord(
        row.getString("id"),
        row.getString("owner"),
        row.getString("purpose"),
        row.getString("holder"),
        Instant.ofEpochMilli(row.getLong("kept_until")),
        row.getString("content"));
  }

  @Override
  public boolean remove(OneTimeRecord record) {
    return run("using a one-time token", connection -> removed(connection, record.id()) == 1);
  }

  private int removed(Connection connection, String id) throws SQLException {
    try (Query query = query(connection, REMOVE)) {
      return query.text(id).number(clock.millis()).run();
    }
  }

  @Override
  public int removeAll(String owner) {
    return run(
        "removing an owner's one-time tokens",
        connection -> {
          try (Query query = query(connection, REMOVE_ALL)) {
            return query.text(owner).number(clock.millis()).run();
          }
        });
  }

  @Override
  public int removeAll(String owner, String purpose) {
    return run(
        "removing an owner's one-time tokens of a purpose",
        connection -> {
          try (Query query = query(connection, REMOVE_PURPOSE)) {
            return query.text(owner).number(clock.millis()).text(purpose).run();
          }
        });
  }

  private <T> T run(String what, Database.Work<T> work) {
    known.dialect();
    return database.run(what, work);
  }

  private Query query(Connection connection, String text) throws SQLException {
    return Query.of(connection, known.tables().in(text));
  }
}

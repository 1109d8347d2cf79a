package dev.cloakroom.store.sql;

import dev.cloakroom.store.AttemptCount;
import dev.cloakroom.store.AttemptLimit;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Attempts in H2 and MariaDB: the rows are locked, looked at and written in one transaction. Who
 * has to wait is told so by one query before that, so that a flood of attempts writes nothing.
 *
 * @param insertIfAbsent inserts a row of no attempts where there is none
 */
record LockingAttempts(String insertIfAbsent, TableNames tables) implements AttemptRows {
  private static final String LOOK =
      "select attempts, wait_until, kept_until, kept_before from cloakroom_attempt where id = ?";

  private static final String WRITE =
      "update cloakroom_attempt set attempts = ?, wait_until = ?, kept_until = ?, kept_before = ?"
          + " where id = ?";

  @Override
  public Duration count(Database database, List<AttemptLimit> limits, Instant now) {
    Duration wait =
        database.run(
            "looking for attempts", connection -> longestWait(read(connection, limits, ""), now));
    return wait.isZero()
        ? database.transaction(
            "counting an attempt", connection -> counted(connection, limits, now))
        : wait;
  }

  private Duration counted(Connection connection, List<AttemptLimit> limits, Instant now)
      throws SQLException {
    List<AttemptCount> counts = new ArrayList<>();
    for (AttemptLimit limit : limits) {
      insertIfAbsent(connection, limit, now);
      // Locked before the next: two that inserted the second each could not lock the first.
      counts.addAll(read(connection, List.of(limit), " for update"));
    }
    Duration wait = longestWait(counts, now);
    if (!wait.isZero()) {
      connection.rollback();
      return wait;
    }
    List<AttemptCount> more = new ArrayList<>();
    for (int i = 0; i < limits.size(); i++) {
      more.add(counts.get(i).plusOne(limits.get(i).rule(), now));
    }
    write(connection, limits, more);
    return wait;
  }

  /** On H2, another may insert it at the same moment: that is as good. */
  private void insertIfAbsent(Connection connection, AttemptLimit limit, Instant now)
      throws SQLException {
    long keptUntil = now.plus(limit.rule().window()).toEpochMilli();
    try (Query query = Query.of(connection, tables.in(insertIfAbsent))) {
      query.text(limit.key()).number(keptUntil).number(keptUntil).run();
    } catch (SQLIntegrityConstraintViolationException justInserted) {
      // It is there, which is all that was wanted.
    }
  }

  private List<AttemptCount> read(Connection connection, List<AttemptLimit> limits, String lock)
      throws SQLException {
    List<AttemptCount> counts = new ArrayList<>();
    try (Query query = Query.of(connection, tables.in(LOOK) + lock)) {
      for (AttemptLimit limit : limits) {
        counts.addAll(query.again().text(limit.key()).rows(LockingAttempts::count));
      }
    }
    return counts;
  }

  private static AttemptCount count(ResultSet row) throws SQLException {
    return new AttemptCount(
        row.getInt("attempts"),
        Instant.ofEpochMilli(row.getLong("wait_until")),
        Instant.ofEpochMilli(row.getLong("kept_until")),
        Instant.ofEpochMilli(row.getLong("kept_before")));
  }

  private static Duration longestWait(List<AttemptCount> counts, Instant now) {
    return counts.stream()
        .map(count -> count.waitAt(now))
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  private void write(Connection connection, List<AttemptLimit> limits, List<AttemptCount> counts)
      throws SQLException {
    try (Query query = Query.of(connection, tables.in(WRITE))) {
      for (int i = 0; i < limits.size(); i++) {
        AttemptCount count = counts.get(i);
        query
            .number(count.attempts())
            .number(count.waitUntil().toEpochMilli())
            .number(count.keptUntil().toEpochMilli())
            .number(count.keptBefore().toEpochMilli())
            .text(limits.get(i).key())
            .addToBatch();
      }
      query.runBatch();
    }
  }

  @Override
  public void takeBack(Database database, List<AttemptLimit> limits) {
    database.transaction(
        "taking an attempt back",
        connection -> {
          List<AttemptLimit> there = new ArrayList<>();
          List<AttemptCount> fewer = new ArrayList<>();
          for (AttemptLimit limit : limits) {
            for (AttemptCount count : read(connection, List.of(limit), " for update")) {
              there.add(limit);
              fewer.add(count.minusOne());
            }
          }
          write(connection, there, fewer);
          return true;
        });
  }
}

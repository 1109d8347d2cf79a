package dev.cloakroom.store.sql;

import dev.cloakroom.store.AttemptLimit;
import dev.cloakroom.store.AttemptRule;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Attempts in PostgreSQL: one statement, which counts under no key if it sees a wait. A wait that
 * has begun since is met at the row itself, which then stays as it is; what was counted beside it
 * is taken back, and the statement asked again. So a race may cost more round trips, and never lets
 * an attempt more through than are allowed.
 */
record PostgresAttempts(TableNames tables) implements AttemptRows {
  private static final int TRIES = 3;

  private static final String ASKED =
      "(cast(? as varchar), cast(? as bigint), cast(? as bigint), cast(? as bigint),"
          + " cast(? as bigint))";

  private static final String COUNT =
      """
      with asked (id, most, span, first_wait, longest_wait) as (values %s),
      moment (now) as (values (cast(? as bigint))),
      waiting as (
        select max(a.wait_until) - max(now) as wait
        from cloakroom_attempt a, asked, moment where a.id = asked.id and a.wait_until > now),
      fresh as (
        select id, span, now,
          case when most > 1 then 0 else now + least(longest_wait, first_wait) end as free
        from asked, moment, waiting where wait is null),
      counted as (
        insert into cloakroom_attempt as a (id, attempts, wait_until, kept_until, kept_before)
        select id, 1, free, greatest(free, now) + span, now + span
        from fresh order by id collate "C"
        on conflict (id) do update set (attempts, wait_until, kept_until, kept_before) = (
          select more, free, case when free > 0 then free + span else kept end, kept
          from (
            select span, more, kept,
              case when more < most then 0
                else now + least(longest_wait, first_wait << cast(least(more - most, 30) as int))
                end as free
            from (
              select asked.*, now,
                case when a.attempts > 0 and a.kept_until > now
                  then a.attempts + 1 else 1 end as more,
                case when a.attempts > 0 and a.kept_until > now
                  then a.kept_until else now + span end as kept
              from asked, moment where asked.id = a.id) as one) as other)
        where a.wait_until <= (select now from moment)
        returning id)
      select (select wait from waiting) as wait,
        (select string_agg(id, ' ') from counted) as counted""";

  private static final String TAKE_BACK =
      """
      update cloakroom_attempt
      set attempts = attempts - 1, wait_until = 0, kept_until = kept_before
      where attempts > 0 and id in (
        select id from cloakroom_attempt where id in (%s) order by id for update)""";

  /**
   * What became of an attempt.
   *
   * @param left how long it has to wait; zero if no wait was seen
   * @param counted the keys under which it was counted
   */
  private record Outcome(Duration left, Set<String> counted) {
    static Outcome of(ResultSet row) throws SQLException {
      String counted = row.getString("counted");
      return new Outcome(
          Duration.ofMillis(row.getLong("wait")),
          counted == null ? Set.of() : Set.of(counted.split(" ", -1)));
    }
  }

  @Override
  public Duration count(Database database, List<AttemptLimit> limits, Instant now) {
    for (int tries = 0; tries < TRIES; tries++) {
      Outcome outcome = tried(database, limits, now);
      if (outcome.counted().size() == limits.size() || !outcome.left().isZero()) {
        return outcome.left();
      }
      takeBackSome(database, limits, outcome.counted());
    }
    return limits.get(0).rule().firstWait();
  }

  private Outcome tried(Database database, List<AttemptLimit> limits, Instant now) {
    String text = tables.in(COUNT.formatted(forEach(limits, ASKED)));
    return database.run(
        "counting an attempt",
        connection -> {
          try (Query query = Query.of(connection, text)) {
            return giveAll(query, limits).number(now.toEpochMilli()).rows(Outcome::of).get(0);
          }
        });
  }

  private static Query giveAll(Query query, List<AttemptLimit> limits) throws SQLException {
    for (AttemptLimit limit : limits) {
      AttemptRule rule = limit.rule();
      query
          .text(limit.key())
          .number(rule.most())
          .number(rule.window().toMillis())
          .number(rule.firstWait().toMillis())
          .number(rule.longestWait().toMillis());
    }
    return query;
  }

  private void takeBackSome(Database database, List<AttemptLimit> limits, Set<String> keys) {
    List<AttemptLimit> counted =
        limits.stream().filter(limit -> keys.contains(limit.key())).toList();
    if (!counted.isEmpty()) {
      takeBack(database, counted);
    }
  }

  @Override
  public void takeBack(Database database, List<AttemptLimit> limits) {
    String text = tables.in(TAKE_BACK.formatted(forEach(limits, "?")));
    database.run("taking an attempt back", connection -> takenBack(connection, text, limits));
  }

  private static int takenBack(Connection connection, String text, List<AttemptLimit> limits)
      throws SQLException {
    try (Query query = Query.of(connection, text)) {
      for (AttemptLimit limit : limits) {
        query.text(limit.key());
      }
      return query.run();
    }
  }

  private static String forEach(List<AttemptLimit> limits, String text) {
    return Collections.nCopies(limits.size(), text).stream().collect(Collectors.joining(", "));
  }
}

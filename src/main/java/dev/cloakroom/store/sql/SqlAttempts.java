package dev.cloakroom.store.sql;

import dev.cloakroom.store.AttemptCounters;
import dev.cloakroom.store.AttemptLimit;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * Counters in a database, a row each, which is swept when its time is over. Safe for use by several
 * threads.
 */
final class SqlAttempts implements AttemptCounters {
  private final Database database;
  private final KnownDatabase known;
  private final Clock clock;

  SqlAttempts(Database database, KnownDatabase known, Clock clock) {
    this.database = database;
    this.known = known;
    this.clock = clock;
  }

  @Override
  public Duration count(List<AttemptLimit> limits) {
    return known.dialect().attempts().count(database, inOrder(limits), clock.instant());
  }

  @Override
  public void takeBack(List<AttemptLimit> limits) {
    known.dialect().attempts().takeBack(database, inOrder(limits));
  }

  private static List<AttemptLimit> inOrder(List<AttemptLimit> limits) {
    return limits.stream().sorted(Comparator.comparing(AttemptLimit::key)).toList();
  }
}

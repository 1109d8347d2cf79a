package dev.cloakroom.store.sql;

import dev.cloakroom.store.AttemptLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The table of attempts, as one kind of database changes it. Limits come in the order of their
 * keys, so that no two locks wait for each other. Safe for use by several threads.
 */
interface AttemptRows {

  /** Counts an attempt under all limits or none; says how long it has to wait. */
  Duration count(Database database, List<AttemptLimit> limits, Instant now);

  /** Takes an attempt back under all limits. */
  void takeBack(Database database, List<AttemptLimit> limits);
}

package dev.cloakroom.store.sql;

import java.util.function.BooleanSupplier;

/** Deletes the rows whose time is over. Safe for use by several threads and nodes. */
final class Sweeper {
  private final Database database;
  private final BooleanSupplier stopped;

  /**
   * Sweeps a database.
   *
   * @param stopped whether to leave the rest to somebody else
   */
  Sweeper(Database database, BooleanSupplier stopped) {
    this.database = database;
    this.stopped = stopped;
  }

  /**
   * Deletes all whose time is over at a moment, in small batches, each a transaction.
   *
   * @param now the moment, in milliseconds
   */
  void sweep(Dialect dialect, long now) {
    for (SweptTable table : SweptTable.values()) {
      int deleted = SweptTable.BATCH;
      while (deleted == SweptTable.BATCH && !stopped.getAsBoolean()) {
        deleted =
            database.run(
                "deleting what is over", connection -> dialect.sweep(connection, table, now));
      }
    }
  }
}

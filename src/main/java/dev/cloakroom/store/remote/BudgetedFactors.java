package dev.cloakroom.store.remote;

import dev.cloakroom.FactorStore;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Gives each call of a store of factors a time budget. Safe for use by several threads. */
public final class BudgetedFactors implements FactorStore, AutoCloseable {
  private final FactorStore store;
  private final TimedCalls calls;

  /**
   * Limits the calls of a store.
   *
   * @param budget how long one call may take
   */
  public BudgetedFactors(FactorStore store, Duration budget) {
    this.store = store;
    this.calls = new TimedCalls("The store of second factors", budget);
  }

  @Override
  public @Nullable String find(String callerName) {
    return calls.<@Nullable String>inTime(() -> store.find(callerName));
  }

  @Override
  public boolean replace(String callerName, @Nullable String expected, @Nullable String next) {
    return calls.inTime(() -> store.replace(callerName, expected, next));
  }

  @Override
  public void close() {
    calls.close();
  }
}

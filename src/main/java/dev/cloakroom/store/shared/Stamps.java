package dev.cloakroom.store.shared;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Tells whether an id was reported as changed since some moment. Several ids share a counter, so it
 * may say so without cause, but never misses a change. Safe for use by several threads.
 */
final class Stamps {
  private static final int STRIPES = 1_024;

  private final AtomicLongArray changes = new AtomicLongArray(STRIPES);
  private final AtomicLong changesOfAll = new AtomicLong();

  /** A number that differs after each change of the id. */
  long of(String id) {
    return changes.get(stripe(id)) + changesOfAll.get();
  }

  void changed(String id) {
    changes.incrementAndGet(stripe(id));
  }

  void allChanged() {
    changesOfAll.incrementAndGet();
  }

  private static int stripe(String id) {
    int hash = id.hashCode();
    return (hash ^ (hash >>> 16)) & (STRIPES - 1);
  }
}

package dev.cloakroom.store.remote;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Remembers which records this node was told of as changed, and since when it remembers all of
 * them. Safe for use by several threads.
 */
final class ToldChanges implements ChangeListener {
  /** Longer than anybody asks back: the longest touch interval, and what clocks may be off. */
  static final Duration MEMORY = Duration.ofMinutes(70);

  private static final int LEAST = 100_000;

  private final LongSupplier nanoTime;
  private final int most;

  /** In the order in which they were last told, the oldest first. */
  private final Map<String, Told> changes = new LinkedHashMap<>();

  private boolean connected;
  private long completeSince;

  private record Told(long version, long at) {}

  /**
   * Remembers nothing yet.
   *
   * @param most of how many records; what is too much is forgotten, the oldest first
   */
  ToldChanges(LongSupplier nanoTime, int most) {
    this.nanoTime = nanoTime;
    this.most = most;
  }

  /** Remembers as many records as there are copies, and enough where these are few. */
  static ToldChanges beside(int copies, LongSupplier nanoTime) {
    return new ToldChanges(nanoTime, Math.max(LEAST, copies));
  }

  synchronized boolean isKnownUnchanged(String id, long version, Duration within) {
    if (!connected || nanoTime.getAsLong() - completeSince < within.toNanos()) {
      return false;
    }
    Told told = changes.get(id);
    return told == null || told.version() <= version;
  }

  @Override
  public synchronized void connected() {
    restart();
    connected = true;
  }

  @Override
  public synchronized void disconnected() {
    connected = false;
  }

  @Override
  public synchronized void changed(String id, long version) {
    Told before = changes.remove(id);
    long latest = before == null ? version : Math.max(version, before.version());
    long now = nanoTime.getAsLong();
    changes.put(id, new Told(latest, now));
    forgetOldest(now);
  }

  @Override
  public synchronized void everythingChanged() {
    restart();
  }

  private void restart() {
    completeSince = nanoTime.getAsLong();
  }

  /** Each time all that are too old, so this is rarely more than one. */
  private void forgetOldest(long now) {
    Iterator<Told> oldest = changes.values().iterator();
    while (oldest.hasNext()) {
      Told told = oldest.next();
      if (changes.size() <= most && now - told.at() <= MEMORY.toNanos()) {
        return;
      }
      oldest.remove();
      completeSince = Math.max(completeSince, told.at());
    }
  }
}

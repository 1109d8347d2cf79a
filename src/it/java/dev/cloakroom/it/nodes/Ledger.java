package dev.cloakroom.it.nodes;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What clients have been answered, and what they may rely on since. Safe for several threads. */
final class Ledger {
  private final Queue<Seen> all = new ConcurrentLinkedQueue<>();
  private final Map<String, Promise> promised = new ConcurrentHashMap<>();

  void add(Seen seen) {
    all.add(seen);
  }

  /** Forgets what was answered until now, but no promise. */
  void startOver() {
    all.clear();
  }

  /** Something was acknowledged, which takes the place of what was before. */
  void promise(String ofWhat, Promise promise) {
    promised.put(ofWhat, promise);
  }

  /** A change has begun that may come to pass or not. */
  void promiseNothing(String ofWhat) {
    promised.remove(ofWhat);
  }

  Collection<Seen> all() {
    return all;
  }

  /** What must hold. */
  Collection<Promise> promised() {
    return promised.values();
  }

  private Duration slowest() {
    return all.stream().map(Seen::took).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
  }

  long count(int status) {
    return all.stream().filter(seen -> seen.status() == status).count();
  }

  @Override
  public String toString() {
    return "%d answers (%d times 200, %d times 503), slowest %s, %d promises"
        .formatted(all.size(), count(200), count(503), slowest(), promised.size());
  }
}

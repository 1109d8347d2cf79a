package dev.cloakroom.store.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import dev.cloakroom.store.OneTimeRecord;
import dev.cloakroom.store.OneTimeRecords;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What can be used once, in this server's memory. Its size is bounded: of more, some go, which then
 * cannot be used at all.
 *
 * <p>Safe for use by several threads: one lock, under which the index by owner and the records are
 * always the same, whyever a record goes. What is done under it takes a microsecond.
 */
final class MemoryOneTimeRecords implements OneTimeRecords {
  private static final int MOST_CHARACTERS = 32_000_000;

  /** What a record takes besides its content, roughly. */
  private static final int OVERHEAD = 400;

  private final Cache<String, OneTimeRecord> records;

  /** Those of each owner, the oldest first. */
  private final Map<String, Map<String, OneTimeRecord>> owners = new HashMap<>();

  /** None yet. */
  MemoryOneTimeRecords(Clock clock) {
    this.records =
        Caffeine.newBuilder()
            .maximumWeight(MOST_CHARACTERS)
            .weigher((String id, OneTimeRecord record) -> OVERHEAD + record.content().length())
            .expireAfter(UntilMoment.of(OneTimeRecord::keptUntil))
            .ticker(() -> UntilMoment.nanos(clock.millis()))
            .executor(Runnable::run)
            .removalListener(this::gone)
            .build();
  }

  /** Called within the call that it goes by, so with the lock. */
  private void gone(
      @Nullable String id, @Nullable OneTimeRecord record, @Nullable RemovalCause cause) {
    if (record != null) {
      owners.computeIfPresent(record.owner(), (owner, theirs) -> without(theirs, record.id()));
    }
  }

  private static @Nullable Map<String, OneTimeRecord> without(
      Map<String, OneTimeRecord> theirs, String id) {
    theirs.remove(id);
    return theirs.isEmpty() ? null : theirs;
  }

  @Override
  public synchronized void keep(OneTimeRecord record, Most most) {
    records.cleanUp();
    List<OneTimeRecord> before = of(record.owner(), record.purpose());
    removeFirst(
        before.stream().filter(one -> one.holder().equals(record.holder())).toList(),
        most.ofHolder() - 1);
    removeFirst(of(record.owner(), record.purpose()), most.ofAll() - 1);
    owners.computeIfAbsent(record.owner(), owner -> new LinkedHashMap<>()).put(record.id(), record);
    records.put(record.id(), record);
  }

  private void removeFirst(List<OneTimeRecord> some, int left) {
    some.subList(0, Math.max(0, some.size() - left)).forEach(this::remove);
  }

  @Override
  public synchronized @Nullable OneTimeRecord find(String id) {
    return records.getIfPresent(id);
  }

  @Override
  public synchronized boolean remove(OneTimeRecord record) {
    return records.asMap().remove(record.id()) != null;
  }

  @Override
  public synchronized int removeAll(String owner) {
    records.cleanUp();
    return removed(List.copyOf(owners.getOrDefault(owner, Map.of()).values()));
  }

  @Override
  public synchronized int removeAll(String owner, String purpose) {
    records.cleanUp();
    return removed(of(owner, purpose));
  }

  private int removed(List<OneTimeRecord> some) {
    return (int) some.stream().filter(this::remove).count();
  }

  private List<OneTimeRecord> of(String owner, String purpose) {
    return List.copyOf(owners.getOrDefault(owner, Map.of()).values()).stream()
        .filter(record -> record.purpose().equals(purpose))
        .filter(record -> records.getIfPresent(record.id()) != null)
        .toList();
  }

  /** How many there are, by either account; for tests. */
  synchronized long size() {
    records.cleanUp();
    return Math.max(records.estimatedSize(), owners.values().stream().mapToInt(Map::size).sum());
  }
}

package dev.cloakroom.store.remote;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.cloakroom.config.NearCacheSettings;
import dev.cloakroom.store.Revocations;
import dev.cloakroom.store.remote.CallsUnderWay.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * What is known of the keys in use, in this node's memory, also that nothing is over under them.
 * Kept as {@link NearCache} keeps records: until a change is told where the store tells, else for a
 * limited time. Safe for use by several threads.
 */
final class NearRevocations implements Revocations {
  /** Where changes are told, what nobody asks for goes after this. */
  private static final Duration LONGEST = Duration.ofHours(1);

  /** What a call has that nothing was told to. */
  private static final long UNTOLD = 0;

  private final Revocations store;
  private final Cache<String, Instant> copies;
  private final CallsUnderWay calls = new CallsUnderWay();
  private final BooleanSupplier open;

  /**
   * Keeps copies of what a store knows.
   *
   * @param open whether it tells of all of them now, or copies are limited in time
   */
  static NearRevocations of(
      SharedStore store, NearCacheSettings settings, LongSupplier nanoTime, BooleanSupplier open) {
    Duration limit = store.push() == SharedStore.Push.SUPPORTED ? LONGEST : settings.maxStaleness();
    Cache<String, Instant> copies =
        Caffeine.newBuilder()
            .maximumSize(settings.maxSize())
            .expireAfterWrite(limit)
            .ticker(nanoTime::getAsLong)
            .executor(Runnable::run)
            .build();
    return new NearRevocations(store.revocations(), copies, open);
  }

  private NearRevocations(Revocations store, Cache<String, Instant> copies, BooleanSupplier open) {
    this.store = store;
    this.copies = copies;
    this.open = open;
  }

  @Override
  public void revoke(String key, Instant moment, Instant keptUntil) {
    try {
      store.revoke(key, moment, keptUntil);
    } finally {
      changed(key);
    }
  }

  @Override
  public List<Instant> of(List<String> keys) {
    List<Instant> known = new ArrayList<>(keys.size());
    for (String key : keys) {
      Instant copy = copies.getIfPresent(key);
      if (copy == null) {
        return asked(keys);
      }
      known.add(copy);
    }
    return known;
  }

  /** One round trip for all of them. */
  private List<Instant> asked(List<String> keys) {
    List<Call> begun = keys.stream().map(calls::begin).toList();
    try {
      List<Instant> found = store.of(keys);
      for (int i = 0; i < found.size(); i++) {
        keep(keys.get(i), found.get(i), begun.get(i));
      }
      return found;
    } finally {
      begun.forEach(Call::close);
    }
  }

  /** Looked at again afterwards: a change told between the look and the insertion found no copy. */
  private void keep(String key, Instant found, Call call) {
    if (isCurrent(call)) {
      copies.put(key, found);
      if (!isCurrent(call)) {
        copies.invalidate(key);
      }
    }
  }

  private boolean isCurrent(Call call) {
    return open.getAsBoolean() && !call.isOvertaken(UNTOLD);
  }

  /** What is known of a key is not true any more. */
  void changed(String key) {
    calls.changed(key, ChangeListener.UNKNOWN_VERSION);
    copies.invalidate(key);
  }

  /** Nothing that is known need be true any more. */
  void everythingChanged() {
    calls.everythingChanged();
    copies.invalidateAll();
  }
}

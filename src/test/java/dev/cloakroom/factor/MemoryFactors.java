package dev.cloakroom.factor;

import dev.cloakroom.FactorStore;
import dev.cloakroom.StoreUnavailableException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A store of an application's own, of which a test can count the calls, and take it away. */
final class MemoryFactors implements FactorStore {
  final ConcurrentMap<String, String> texts = new ConcurrentHashMap<>();
  final AtomicInteger calls = new AtomicInteger();
  volatile boolean isDown;

  private void called() {
    calls.incrementAndGet();
    if (isDown) {
      throw new StoreUnavailableException("down");
    }
  }

  @Override
  public @Nullable String find(String callerName) {
    called();
    return texts.get(callerName);
  }

  @Override
  public boolean replace(String callerName, @Nullable String expected, @Nullable String next) {
    called();
    if (expected == null) {
      return next == null || texts.putIfAbsent(callerName, next) == null;
    }
    return next == null
        ? texts.remove(callerName, expected)
        : texts.replace(callerName, expected, next);
  }
}

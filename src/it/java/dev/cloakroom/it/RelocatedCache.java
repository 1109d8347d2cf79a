package dev.cloakroom.it;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Caffeine under its new name, reached as a stranger would: bounded, with an expiry computed for
 * each entry and a clock that the test moves. Which of its generated classes serve such a cache it
 * finds out by name at run time, which is what a relocation could break.
 */
final class RelocatedCache {

  static final Duration LIFETIME = Duration.ofMinutes(1);

  private static final String PACKAGE = "dev.cloakroom.shaded.caffeine.cache.";

  private final AtomicLong nanos = new AtomicLong();
  private final Class<?> type;
  private final Object cache;

  private RelocatedCache(ClassLoader loader, long maximumWeight)
      throws ReflectiveOperationException {
    type = loader.loadClass(PACKAGE + "Cache");
    cache = build(loader, maximumWeight);
  }

  static RelocatedCache of(ClassLoader loader, long maximumWeight)
      throws ReflectiveOperationException {
    return new RelocatedCache(loader, maximumWeight);
  }

  private Object build(ClassLoader loader, long maximumWeight) throws ReflectiveOperationException {
    Class<?> builder = loader.loadClass(PACKAGE + "Caffeine");
    Class<?> expiry = loader.loadClass(PACKAGE + "Expiry");
    Class<?> ticker = loader.loadClass(PACKAGE + "Ticker");
    Class<?> weigher = loader.loadClass(PACKAGE + "Weigher");
    Executor sameThread = Runnable::run;
    BiFunction<Object, Object, Duration> lifetime = (key, value) -> LIFETIME;

    Object caffeine = builder.getMethod("newBuilder").invoke(null);
    builder.getMethod("executor", Executor.class).invoke(caffeine, sameThread);
    builder.getMethod("ticker", ticker).invoke(caffeine, clock(loader, ticker));
    builder.getMethod("maximumWeight", long.class).invoke(caffeine, maximumWeight);
    builder.getMethod("weigher", weigher).invoke(caffeine, one(loader, weigher));
    builder
        .getMethod("expireAfter", expiry)
        .invoke(caffeine, expiry.getMethod("creating", BiFunction.class).invoke(null, lifetime));
    return builder.getMethod("build").invoke(caffeine);
  }

  private Object clock(ClassLoader loader, Class<?> ticker) {
    return Proxy.newProxyInstance(
        loader, new Class<?>[] {ticker}, (proxy, method, arguments) -> nanos.get());
  }

  private static Object one(ClassLoader loader, Class<?> weigher) {
    return Proxy.newProxyInstance(
        loader, new Class<?>[] {weigher}, (proxy, method, arguments) -> 1);
  }

  void advance(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  void put(String key, String value) {
    call("put", new Class<?>[] {Object.class, Object.class}, key, value);
  }

  @Nullable Object get(String key) {
    return call("getIfPresent", new Class<?>[] {Object.class}, key);
  }

  @Nullable Object size() {
    call("cleanUp", new Class<?>[0]);
    return call("estimatedSize", new Class<?>[0]);
  }

  private @Nullable Object call(String method, Class<?>[] types, Object... arguments) {
    try {
      return type.getMethod(method, types).invoke(cache, arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(method + " of the relocated cache", e);
    }
  }
}

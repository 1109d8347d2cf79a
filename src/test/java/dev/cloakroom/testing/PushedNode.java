package dev.cloakroom.testing;

import dev.cloakroom.config.NearCacheSettings;
import dev.cloakroom.store.remote.ChangeListener;
import dev.cloakroom.store.remote.NearCache;
import dev.cloakroom.store.remote.SharedStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A node that keeps copies, and whose test knows what it has heard.
 *
 * @param store the node's store
 * @param heard what it was told, after its copies took it in
 */
public record PushedNode(NearCache store, Heard heard) {

  /** A node on a store, which closing the node closes; it has no time but the clock's. */
  public static PushedNode on(SharedStore shared, Clock clock) {
    AtomicReference<Heard> heard = new AtomicReference<>();
    Object watched =
        Proxy.newProxyInstance(
            PushedNode.class.getClassLoader(),
            new Class<?>[] {SharedStore.class},
            (self, method, arguments) -> {
              if (method.getName().equals("listen")) {
                heard.set(new Heard((ChangeListener) arguments[0]));
                arguments[0] = heard.get();
              }
              try {
                return method.invoke(shared, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
    NearCacheSettings settings = new NearCacheSettings(1_000, Duration.ZERO);
    NearCache store =
        new NearCache(
            (SharedStore) watched,
            settings,
            clock,
            () -> TimeUnit.MILLISECONDS.toNanos(clock.millis()));
    return new PushedNode(store, Objects.requireNonNull(heard.get()));
  }
}

package dev.cloakroom.testkit.door;

import dev.cloakroom.store.AttemptCounters;
import dev.cloakroom.store.OneTimeRecords;
import dev.cloakroom.store.Revocations;
import dev.cloakroom.store.SessionStore;
import dev.cloakroom.testkit.standin.StandIn;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;

/**
 * A store in memory that can be emptied: sessions, counted attempts and what is used once are all
 * gone then, for whoever had them from here before. Safe for use by several threads.
 */
final class EmptiedStore {
  private final Supplier<SessionStore> empty;
  private volatile SessionStore current;

  private EmptiedStore(SessionStore first, Supplier<SessionStore> empty) {
    this.current = first;
    this.empty = empty;
  }

  /** What tells a store that can be emptied from others. */
  interface Emptiable {
    /** Forgets everything. */
    void empty();
  }

  /** A store that begins as this one and is replaced by an empty one when it is emptied. */
  static SessionStore of(SessionStore first, Supplier<SessionStore> empty) {
    EmptiedStore store = new EmptiedStore(first, empty);
    AttemptCounters attempts = StandIn.of(AttemptCounters.class, () -> store.current.attempts());
    OneTimeRecords oneTime = StandIn.of(OneTimeRecords.class, () -> store.current.oneTime());
    Revocations revocations = StandIn.of(Revocations.class, () -> store.current.revocations());
    return (SessionStore)
        Proxy.newProxyInstance(
            EmptiedStore.class.getClassLoader(),
            new Class<?>[] {SessionStore.class, Emptiable.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "attempts" -> attempts;
                  case "oneTime" -> oneTime;
                  case "revocations" -> revocations;
                  case "empty" -> store.replaced();
                  default -> StandIn.call(store.current, method, arguments);
                });
  }

  private Object replaced() {
    SessionStore before = current;
    current = empty.get();
    before.close();
    return Void.TYPE;
  }
}

package dev.cloakroom.crypto;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Where the keys of this deployment come from, which may become others while it runs. What is made
 * of them follows: nobody keeps a {@link KeyRing} for longer than it takes to use it.
 *
 * <p>Implementations are safe for use by several threads.
 */
public interface KeySource {

  /** The keys as they are now: at most one read of memory. */
  KeyRing now();

  /**
   * The keys as they are now, for who signs with them or publishes them.
   *
   * @throws RuntimeException where they come from a store and that could not be read yet
   */
  default KeyRing complete() {
    return now();
  }

  /**
   * Looks for keys that are not known here yet, where others may have made some and nobody has
   * looked just now.
   *
   * @return whether the keys may have changed by that
   * @throws RuntimeException where the store that has them failed
   */
  default boolean renew() {
    return false;
  }

  /** How often to call {@link #upkeep()}; empty for never. */
  default Optional<Duration> upkeepEvery() {
    return Optional.empty();
  }

  /** Looks for changes. Takes its time, and is called by one thread that serves nobody. */
  default void upkeep() {}

  /** For how long others may keep the public keys: no new one signs before that is over. */
  default Duration publishedFor() {
    return Duration.ofMinutes(10);
  }

  /** What is made of the keys, made anew when it is asked for after they have changed. */
  default <T> Supplier<T> following(Function<KeyRing, T> made) {
    return new Following<>(this, made);
  }

  /** As {@link KeyRing#deriveMacKey(String)}, of the keys as they are when it is used. */
  default MacKey deriveMacKey(String purpose) {
    return MacKey.following(following(ring -> ring.deriveMacKey(purpose)));
  }

  /** As {@link KeyRing#deriveSealing(String)}, of the keys as they are when it is used. */
  default Sealing deriveSealing(String purpose) {
    return Sealing.following(following(ring -> ring.deriveSealing(purpose)));
  }
}

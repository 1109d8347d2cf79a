package dev.cloakroom.crypto;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is made of a ring, for as long as that is the ring. Two threads may make the same. Safe for
 * use by several threads, if what makes it is.
 *
 * @param <T> what is made
 */
final class Following<T> implements Supplier<T> {
  private final KeySource keys;
  private final Function<KeyRing, T> made;
  private volatile @Nullable Last<T> last;

  /** Nothing is made yet. */
  Following(KeySource keys, Function<KeyRing, T> made) {
    this.keys = keys;
    this.made = made;
  }

  private record Last<T>(KeyRing of, T value) {}

  @Override
  public T get() {
    KeyRing now = keys.now();
    Last<T> known = last;
    if (known == null || known.of != now) {
      known = new Last<>(now, made.apply(now));
      last = known;
    }
    return known.value;
  }
}

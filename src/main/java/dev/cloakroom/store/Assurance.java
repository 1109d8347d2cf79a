package dev.cloakroom.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has proven: how, and for each level the moment of its last proof. The proof of a
 * level is one of all below it, too, and of none above. Immutable.
 *
 * @param moments when each level was proven last, by the level
 * @param methods how, as RFC 8176 names it
 */
public record Assurance(Map<Integer, Instant> moments, Set<String> methods) {

  /** The level of a login. */
  public static final int OF_LOGIN = 1;

  /** Nothing is proven. */
  public static final Assurance NONE = new Assurance(Map.of(), Set.of());

  public Assurance {
    moments = Map.copyOf(moments);
    methods = Set.copyOf(methods);
  }

  /** What a login proves. */
  public static Assurance of(Login login) {
    return new Assurance(Map.of(OF_LOGIN, login.at()), login.methods());
  }

  /** Whether nothing is. */
  public boolean isNone() {
    return moments.isEmpty();
  }

  /** The highest level that was proven; 0 for none. */
  public int level() {
    return moments.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  /** When a level, or one above it, was proven last; null if never. */
  public @Nullable Instant provenAt(int level) {
    return moments.entrySet().stream()
        .filter(proof -> proof.getKey() >= level)
        .map(Map.Entry::getValue)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  /** With one more proof. Those of other levels become no younger by it. */
  public Assurance with(int level, Set<String> how, Instant at) {
    return and(new Assurance(Map.of(level, at), how));
  }

  /** Both together. */
  public Assurance and(Assurance other) {
    if (other.isNone()) {
      return this;
    }
    Map<Integer, Instant> all = new HashMap<>(moments);
    other.moments.forEach((level, at) -> all.merge(level, at, Assurance::later));
    Set<String> ways = new HashSet<>(methods);
    ways.addAll(other.methods);
    return new Assurance(all, ways);
  }

  private static Instant later(Instant one, Instant other) {
    return Objects.requireNonNull(one).isBefore(other) ? other : one;
  }
}

package dev.cloakroom.factor;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a caller is asked to prove: one of these factors. Immutable.
 *
 * @param methods the factors that they have, in the order of their names
 * @param challenges what each asks, by its method; nothing of those that ask nothing
 */
public record FactorQuestion(SortedSet<String> methods, SortedMap<String, String> challenges) {

  /** That of a caller who has no second factor. */
  public static final FactorQuestion NONE = of(Set.of(), Map.of());

  public FactorQuestion {
    methods = Collections.unmodifiableSortedSet(new TreeSet<>(methods));
    challenges = Collections.unmodifiableSortedMap(new TreeMap<>(challenges));
  }

  static FactorQuestion of(Set<String> methods, Map<String, String> challenges) {
    return new FactorQuestion(new TreeSet<>(methods), new TreeMap<>(challenges));
  }

  /** Whether there is nothing to prove. */
  public boolean isNone() {
    return methods.isEmpty();
  }

  /** What a factor asks; null for nothing. */
  @Nullable String challenge(String method) {
    return challenges.get(method);
  }

  /** The methods only: a challenge is its caller's. */
  @Override
  public String toString() {
    return "FactorQuestion" + methods;
  }
}

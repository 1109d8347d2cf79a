package dev.cloakroom.factor;

import dev.cloakroom.FactorStore;
import dev.cloakroom.naming.FoldedName;
import org.jspecify.annotations.Nullable;

/**
 * Factors in a store that compares names to the last character, of callers whom an identity store
 * may know by several spellings: {@code ALICE} must not be free of what {@code alice} has. As
 * thread-safe as the store.
 */
public record FoldedFactors(FactorStore exact) implements FactorStore {

  @Override
  public @Nullable String find(String callerName) {
    return exact.find(FoldedName.of(callerName));
  }

  @Override
  public boolean replace(String callerName, @Nullable String expected, @Nullable String next) {
    return exact.replace(FoldedName.of(callerName), expected, next);
  }
}

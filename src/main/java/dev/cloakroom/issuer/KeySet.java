package dev.cloakroom.issuer;

import dev.cloakroom.crypto.SignatureAlgorithm;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The keys that an issuer has at a time. Immutable and thread-safe.
 *
 * @param keys at most {@link KeyReader#MOST_KEYS}
 */
record KeySet(List<ForeignKey> keys) {
  static final KeySet EMPTY = new KeySet(List.of());

  KeySet {
    keys = keys.stream().distinct().toList();
  }

  /**
   * The one key that a token can be signed by: the one with the id that it names, else the only one
   * without an id; for a token that names none, the only one there is. Never several, so that a
   * token costs one signature check.
   *
   * @param kid as the token says it, whatever that is; null where it names none
   */
  Optional<ForeignKey> find(@Nullable String kid, SignatureAlgorithm algorithm) {
    if (kid == null) {
      return only(key -> key.algorithm() == algorithm);
    }
    return only(key -> key.algorithm() == algorithm && kid.equals(key.kid()))
        .or(() -> only(key -> key.algorithm() == algorithm && key.kid() == null));
  }

  private Optional<ForeignKey> only(Predicate<ForeignKey> wanted) {
    List<ForeignKey> found = keys.stream().filter(wanted).limit(2).toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /**
   * Whether a token could name each of them: not where two have one id, or none, for the same
   * algorithm.
   */
  boolean isEachReachable() {
    return keys.stream()
        .allMatch(
            key ->
                only(one ->
                        one.algorithm() == key.algorithm() && Objects.equals(one.kid(), key.kid()))
                    .isPresent());
  }

  /** Whether this very key is one of them. */
  @SuppressWarnings("ReferenceEquality") // of equal keys one stays the same, see keeping
  boolean has(ForeignKey key) {
    for (ForeignKey one : keys) {
      if (one == key) {
        return true;
      }
    }
    return false;
  }

  /** These keys; those that were there before are the same ones. */
  KeySet keeping(KeySet before) {
    return new KeySet(
        keys.stream()
            .map(key -> before.keys.stream().filter(key::equals).findFirst().orElse(key))
            .toList());
  }
}

package dev.cloakroom.crypto;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The keys that the nodes of an application share, as they agreed on them.
 *
 * @param number how many editions there have been, this one included
 * @param keys in the order in which they sign
 */
public record KeyEdition(long number, List<DatedKey> keys) {
  /** What there is before anybody has made a key. */
  public static final KeyEdition NONE = new KeyEdition(0, List.of());

  public KeyEdition {
    keys = List.copyOf(keys);
  }

  /** The next edition. */
  public KeyEdition next(List<DatedKey> nextKeys) {
    return new KeyEdition(number + 1, nextKeys);
  }

  /** The ids of its keys. */
  public Set<String> kids() {
    return keys.stream().map(DatedKey::kid).collect(Collectors.toSet());
  }
}

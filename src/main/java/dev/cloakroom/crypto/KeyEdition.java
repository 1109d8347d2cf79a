package dev.cloakroom.crypto;

import java.util.List;
import java.util.Map;
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

  /** Whether it has the same keys as another edition, each from the same time. */
  public boolean hasKeysOf(KeyEdition other) {
    return times().equals(other.times());
  }

  /** As exactly as they are kept. */
  private Map<String, Long> times() {
    return keys.stream()
        .collect(Collectors.toMap(DatedKey::kid, key -> key.signsFrom().toEpochMilli()));
  }
}

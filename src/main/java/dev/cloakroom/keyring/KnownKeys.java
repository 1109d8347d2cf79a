package dev.cloakroom.keyring;

import dev.cloakroom.crypto.DatedKey;
import dev.cloakroom.crypto.KeyEdition;
import dev.cloakroom.crypto.KeyRing;
import dev.cloakroom.crypto.SigningKey;
import java.time.Instant;
import java.util.List;

/**
 * What a node has seen last, all of it at once.
 *
 * @param given the keys that are given besides
 * @param ring those in use: of the edition, and given ones
 */
record KnownKeys(KeyEdition edition, KeyRing given, KeyRing ring) {

  /** No edition is known yet. */
  static KnownKeys of(KeyRing given) {
    return new KnownKeys(KeyEdition.NONE, given, given);
  }

  /** Whether there are keys that the nodes agree on. */
  boolean isComplete() {
    return !edition.keys().isEmpty();
  }

  /** What is known after a look; with the same ring where that is still right. */
  KnownKeys next(KeyEdition seen, KeyRing givenNow, KeySchedule schedule, Instant moment) {
    List<DatedKey> keys = seen.keys();
    List<SigningKey> inOrder =
        keys.isEmpty()
            ? List.of()
            : schedule.signingFirst(keys, moment).stream().map(DatedKey::key).toList();
    boolean givenSigns =
        givenNow.signs() && keys.stream().allMatch(key -> key.signsFrom().isAfter(moment));
    KeyRing next = givenSigns ? givenNow.ahead(inOrder) : givenNow.behind(inOrder);
    boolean isSame = givenNow == given && next.kids().equals(ring.kids());
    return new KnownKeys(seen, givenNow, isSame ? ring : next);
  }
}

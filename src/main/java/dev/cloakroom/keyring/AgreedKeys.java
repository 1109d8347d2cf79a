package dev.cloakroom.keyring;

import static java.lang.System.Logger.Level.WARNING;

import dev.cloakroom.crypto.DatedKey;
import dev.cloakroom.crypto.KeyEdition;
import dev.cloakroom.crypto.SealedKeys;
import dev.cloakroom.crypto.UnopenedSealException;
import dev.cloakroom.store.SharedTexts;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the nodes have agreed on, in the store: whoever sees first that something is due does it,
 * and the others take it over. Safe for use by several threads.
 */
final class AgreedKeys {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom");

  /** Under which all of them are, in one text. */
  static final String NAME = "signing-keys";

  /** How often others may have been quicker: each time they have done what was due. */
  private static final int ATTEMPTS = 5;

  private final SharedTexts texts;
  private final SealedKeys seals;
  private final KeySchedule schedule;

  AgreedKeys(SharedTexts texts, SealedKeys seals, KeySchedule schedule) {
    this.texts = texts;
    this.seals = seals;
    this.schedule = schedule;
  }

  /**
   * The edition that holds at a moment, made now if it was due.
   *
   * @param known the last one that this node has seen
   * @param first when the very first key signs, if there is none
   * @throws UnopenedSealException if what the store has was not sealed by one of our nodes
   * @throws dev.cloakroom.StoreUnavailableException if the store failed
   */
  KeyEdition at(Instant now, KeyEdition known, Instant first) throws UnopenedSealException {
    for (int left = ATTEMPTS; left > 0; left--) {
      String text = texts.find(NAME);
      KeyEdition there = text == null ? KeyEdition.NONE : seals.open(text);
      KeyEdition due = due(there, known, now, first);
      if (due.hasKeysOf(there)) {
        return there;
      }
      if (replaced(text, due)) {
        tellOfAnotherTime(there, now);
        return due;
      }
    }
    return known;
  }

  private void tellOfAnotherTime(KeyEdition before, Instant now) {
    if (schedule.areOfAnotherTime(before.keys(), now)) {
      LOG.log(
          WARNING,
          "All signing keys were dated further ahead than any server dates them, so the clock of one"
              + " was ahead, or this one is late. Set the clocks. The one that signs counts as if it"
              + " began now: "
              + before.keys().get(before.keys().size() - 1).kid());
    }
  }

  private boolean replaced(@Nullable String text, KeyEdition due) {
    return texts.replace(NAME, text, seals.seal(due));
  }

  private KeyEdition due(KeyEdition there, KeyEdition known, Instant now, Instant first) {
    KeyEdition latest = there.number() > known.number() ? there : both(there, known, now);
    return latest.next(schedule.due(latest.keys(), now, first));
  }

  /**
   * A store that has forgotten something is told of it again: what a key signed stays good. What
   * another node has made meanwhile signs once everybody can know it.
   */
  private KeyEdition both(KeyEdition there, KeyEdition known, Instant now) {
    Map<String, DatedKey> keys = new LinkedHashMap<>();
    known.keys().forEach(key -> keys.put(key.kid(), key));
    Instant soonest = now.plus(schedule.lead());
    there.keys().forEach(key -> keys.putIfAbsent(key.kid(), key.notBefore(soonest)));
    return new KeyEdition(known.number(), List.copyOf(keys.values()));
  }
}

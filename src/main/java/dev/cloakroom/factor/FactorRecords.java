package dev.cloakroom.factor;

import static java.lang.System.Logger.Level.ERROR;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cloakroom.FactorStore;
import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.crypto.Sealing;
import dev.cloakroom.crypto.UnopenedSealException;
import dev.cloakroom.naming.FoldedName;
import dev.cloakroom.store.remote.CallerNames;
import org.jspecify.annotations.Nullable;

/**
 * The factors of all callers, sealed in a store. What cannot be opened is no factor, and not the
 * lack of one either: whoever asks is told that it is unknown. Safe for use by several threads.
 */
public final class FactorRecords {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom.factor");

  /** So often others may come between before something must be wrong with the store. */
  private static final int MOST_TRIES = 100;

  private final FactorStore store;
  private final Sealing sealing;

  /**
   * Factors in a store.
   *
   * @param sealing made for nothing else
   */
  public FactorRecords(FactorStore store, Sealing sealing) {
    this.store = store;
    this.sealing = sealing;
  }

  /** Makes the successor of a record. */
  @FunctionalInterface
  interface Change {
    /** The successor; null to leave the record as it is. */
    @Nullable FactorRecord of(FactorRecord current);
  }

  /** What a record was, and what has become of it. */
  record Changed(FactorRecord before, FactorRecord after) {}

  /** Whether something can be kept of a caller. */
  static boolean canKeep(String callerName) {
    String folded = FoldedName.of(callerName);
    return !folded.isEmpty() && CallerNames.isStorable(folded);
  }

  /** What is kept of a caller. */
  FactorRecord of(String callerName) {
    return canKeep(callerName) ? opened(callerName, store.find(callerName)) : FactorRecord.NOTHING;
  }

  /**
   * Changes what is kept of a caller by compare-and-set: tries again when another change came
   * between.
   *
   * @return null if the change left it alone
   */
  @Nullable Changed change(String callerName, Change change) {
    if (!canKeep(callerName)) {
      return null;
    }
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      String stored = store.find(callerName);
      FactorRecord before = opened(callerName, stored);
      FactorRecord after = change.of(before);
      if (after == null) {
        return null;
      }
      if (store.replace(callerName, stored, sealed(callerName, after))) {
        return new Changed(before, after);
      }
    }
    throw new StoreUnavailableException(
        "The factors of a caller could not be changed: each time the store says that another change"
            + " came between.");
  }

  private @Nullable String sealed(String callerName, FactorRecord record) {
    return record.equals(FactorRecord.NOTHING)
        ? null
        : sealing.seal(record.text().getBytes(UTF_8), owner(callerName));
  }

  /** Whom a record is bound to: a caller in whatever spelling a database takes for theirs. */
  private static byte[] owner(String callerName) {
    return FoldedName.of(callerName).getBytes(UTF_8);
  }

  private FactorRecord opened(String callerName, @Nullable String stored) {
    if (stored == null) {
      return FactorRecord.NOTHING;
    }
    try {
      byte[] text = sealing.open(stored, owner(callerName));
      return FactorRecord.parse(new String(text, UTF_8));
    } catch (UnopenedSealException | IllegalArgumentException wrong) {
      LOG.log(ERROR, "What is kept of a caller's factors cannot be read. " + wrong.getMessage());
      throw new StoreUnavailableException("A caller's factors cannot be read.", wrong);
    }
  }
}

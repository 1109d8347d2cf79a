package dev.cloakroom.store.remote;

import static java.lang.System.Logger.Level.WARNING;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.cloakroom.store.SessionRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads stored records. One that is damaged, or that a later release wrote, counts as no session;
 * it is logged once, and harms no other. Safe for use by several threads.
 */
public final class RecordReader {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom.store");
  private static final int REMEMBERED = 1_000;

  private final Cache<String, Boolean> logged =
      Caffeine.newBuilder().maximumSize(REMEMBERED).executor(Runnable::run).build();

  /** A reader that has logged nothing yet. */
  public RecordReader() {}

  /** The record that somebody else than a store keeps, or null if it cannot be read: no warning. */
  public static @Nullable SessionRecord readElsewhere(StoredBody body) {
    try {
      return RecordCodec.decode(body);
    } catch (UnreadableRecordException e) {
      return null;
    }
  }

  /** The record, or null if it cannot be read. */
  public @Nullable SessionRecord read(StoredBody stored) {
    try {
      return RecordCodec.decode(stored);
    } catch (UnreadableRecordException e) {
      if (logged.asMap().putIfAbsent(stored.id(), true) == null) {
        LOG.log(
            WARNING,
            "Login session {0} counts as ended, its record cannot be read: {1}",
            stored.id(),
            e.getMessage());
      }
      return null;
    }
  }
}

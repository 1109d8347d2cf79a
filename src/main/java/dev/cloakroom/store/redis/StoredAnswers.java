package dev.cloakroom.store.redis;

import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.store.remote.RecordReader;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.util.SafeEncoder;

/** Makes records of what the server answers. Safe for use by several threads. */
final class StoredAnswers {
  private final Clock clock;
  private final RecordReader reader = new RecordReader();

  StoredAnswers(Clock clock) {
    this.clock = clock;
  }

  /**
   * The record of a value; null if it cannot be read, or is over for good.
   *
   * @param mark of an end of all, as stored; null or empty if there is none
   */
  @Nullable SessionRecord record(String id, byte[] value, @Nullable Object mark) {
    return record(id, value, parsed(mark));
  }

  /** The records of a list in which each id is followed by its value. */
  List<SessionRecord> records(List<?> idsAndValues, @Nullable Object mark) {
    MarkOfAll ofAll = parsed(mark);
    List<SessionRecord> records = new ArrayList<>();
    for (int i = 0; i < idsAndValues.size(); i += 2) {
      String id = SafeEncoder.encode((byte[]) idsAndValues.get(i));
      SessionRecord record = record(id, (byte[]) idsAndValues.get(i + 1), ofAll);
      if (record != null) {
        records.add(record);
      }
    }
    return records;
  }

  private @Nullable SessionRecord record(String id, byte[] value, @Nullable MarkOfAll mark) {
    SessionRecord stored = reader.read(StoredValue.parse(id, value));
    if (stored == null) {
      return null;
    }
    SessionRecord record = mark == null ? stored : mark.over(stored);
    return clock.instant().isBefore(record.keptUntil()) ? record : null;
  }

  /** Whoever cannot tell who was ended must not let anybody in. */
  private static @Nullable MarkOfAll parsed(@Nullable Object mark) {
    try {
      return mark == null ? null : MarkOfAll.parse((byte[]) mark);
    } catch (IllegalArgumentException damaged) {
      throw new StoreUnavailableException(
          "In Redis it cannot be read who was ended with all others: " + damaged.getMessage(),
          damaged);
    }
  }
}

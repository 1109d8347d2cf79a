package dev.cloakroom.store.redis;

import dev.cloakroom.store.SessionRecord;
import org.jspecify.annotations.Nullable;

/**
 * What is published when a record changes: {@code <id> <version>}.
 *
 * @param id the record's id
 * @param version the version that it has now
 */
record Change(String id, long version) {

  static Change of(SessionRecord record) {
    return new Change(record.id(), record.version());
  }

  String text() {
    return id + " " + version;
  }

  /** Reads what {@link #text} gave; null if it is something else. */
  static @Nullable Change parse(String text) {
    int space = text.indexOf(' ');
    try {
      return space < 0
          ? null
          : new Change(text.substring(0, space), Long.parseLong(text.substring(space + 1)));
    } catch (NumberFormatException e) {
      return null;
    }
  }
}

package dev.cloakroom.store.remote;

import dev.cloakroom.store.SessionRecord;
import org.jspecify.annotations.Nullable;

/**
 * What stores tell their nodes when a record changes: {@code <id> <version>}.
 *
 * @param id the record's id
 * @param version the version that it has now
 */
public record Change(String id, long version) {

  /** The change that made a record what it is. */
  public static Change of(SessionRecord record) {
    return new Change(record.id(), record.version());
  }

  /** What is told. */
  public String text() {
    return id + " " + version;
  }

  /** Reads what was told; null if it is something else. */
  public static @Nullable Change parse(String text) {
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

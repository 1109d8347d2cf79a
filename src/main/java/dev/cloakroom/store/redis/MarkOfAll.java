package dev.cloakroom.store.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cloakroom.store.End;
import dev.cloakroom.store.SessionRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That all sessions that began before a moment are over, also those in whose records it is not yet
 * written.
 */
record MarkOfAll(Instant before, End end) {

  /**
   * Reads a stored mark; an empty one is none.
   *
   * @throws IllegalArgumentException if it is damaged
   */
  static @Nullable MarkOfAll parse(byte[] stored) {
    if (stored.length == 0) {
      return null;
    }
    String text = new String(stored, UTF_8);
    int space = text.indexOf(' ');
    if (space < 0) {
      throw new IllegalArgumentException("the mark of an end of all sessions is damaged");
    }
    return new MarkOfAll(
        Instant.ofEpochMilli(Long.parseLong(text.substring(0, space))),
        StoredValue.end(text.substring(space + 1)));
  }

  /** A record as it is under this mark. */
  SessionRecord over(SessionRecord stored) {
    boolean ended = stored.login().at().isBefore(before) && stored.isLiveAt(end.at());
    return ended ? stored.ended(end) : stored;
  }
}

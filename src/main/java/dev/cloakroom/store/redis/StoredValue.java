package dev.cloakroom.store.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cloakroom.store.End;
import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.store.remote.RecordCodec;
import dev.cloakroom.store.remote.StoredBody;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The value of a record's key: a line of text that the scripts read and change, then the body,
 * which they leave alone.
 *
 * <pre>
 * version began expires end body
 * </pre>
 *
 * <p>Moments are milliseconds since the epoch; the end is {@code -} while there is none, else
 * {@code REASON:moment}.
 */
final class StoredValue {
  private static final String NO_END = "-";
  private static final int PARTS = 4;

  /** What {@link RecordCodec} cannot read, so that it is reported like any damaged record. */
  private static final byte[] NOTHING = {};

  private StoredValue() {}

  static byte[] of(SessionRecord record) {
    String line =
        "%s %s %s %s "
            .formatted(
                record.version(),
                millis(record.login().at()),
                millis(record.expiresAt()),
                text(record.end()));
    byte[] head = line.getBytes(US_ASCII);
    byte[] body = RecordCodec.encode(record);
    byte[] value = new byte[head.length + body.length];
    System.arraycopy(head, 0, value, 0, head.length);
    System.arraycopy(body, 0, value, head.length, body.length);
    return value;
  }

  /** What the store has of a record; a damaged value has no body. */
  static StoredBody parse(String id, byte[] value) {
    String[] line = line(value);
    try {
      return new StoredBody(id, Long.parseLong(line[0]), body(line, value), endOrNull(line[3]));
    } catch (IllegalArgumentException damaged) {
      return new StoredBody(id, 0, NOTHING, null);
    }
  }

  /** What is left until a moment, in milliseconds; at least one, since Redis takes no less. */
  static String millisUntil(Instant moment, Clock clock) {
    return Long.toString(Math.max(1, Duration.between(clock.instant(), moment).toMillis()));
  }

  static String text(@Nullable End end) {
    return end == null ? NO_END : end.why().name() + ":" + millis(end.at());
  }

  /**
   * Reads an end.
   *
   * @throws IllegalArgumentException if it is damaged
   */
  static End end(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("not an end: " + text);
    }
    return End.stored(
        text.substring(0, colon), Instant.ofEpochMilli(Long.parseLong(text.substring(colon + 1))));
  }

  static String millis(Instant moment) {
    return Long.toString(moment.toEpochMilli());
  }

  private static @Nullable End endOrNull(String text) {
    return text.equals(NO_END) ? null : end(text);
  }

  /** The parts before the body; empty ones if there are not that many. */
  private static String[] line(byte[] value) {
    String[] parts = {"", "", "", ""};
    int from = 0;
    for (int part = 0; part < PARTS; part++) {
      int space = from;
      while (space < value.length && value[space] != ' ') {
        space++;
      }
      if (space == value.length) {
        return new String[] {"", "", "", ""};
      }
      parts[part] = new String(value, from, space - from, US_ASCII);
      from = space + 1;
    }
    return parts;
  }

  private static byte[] body(String[] line, byte[] value) {
    int from = 0;
    for (String part : line) {
      from += part.length() + 1;
    }
    return Arrays.copyOfRange(value, from, value.length);
  }
}

package dev.cloakroom.store.redis;

import dev.cloakroom.store.End;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.util.SafeEncoder;

/**
 * Ends all sessions that began before a moment: marks the moment, then writes the end into the
 * records, some at a time. Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/scan/">SCAN, which meets every key that is
 *     there from its start to its end</a>
 */
final class EndOfAll {
  /** So many keys a round trip: some milliseconds during which the server does nothing else. */
  private static final String AT_ONCE = "500";

  /** Where SCAN begins, and what it answers when it has met all keys. */
  static final String START = "0";

  private static final Duration MILLISECOND = Duration.ofMillis(1);

  private final KeyNames keys;
  private final String moment;
  private final End end;

  /**
   * Some that have ended.
   *
   * @param ended id and value of each
   * @param next where the rest begins; null if there is none
   */
  record Page(List<?> ended, @Nullable String next) {}

  EndOfAll(KeyNames keys, Instant moment, End end) {
    this.keys = keys;
    this.moment = wholeMillis(moment);
    this.end = end;
  }

  /** From its answer on, all of them are over. */
  Object mark(Connection connection, String keptFor) {
    return Script.MARK_ALL.run(
        connection, List.of(keys.markOfAll()), moment, StoredValue.text(end), keptFor);
  }

  /** Ends those that SCAN meets from a cursor on. */
  Page endSome(Connection connection, String cursor, String keptFor) {
    List<?> page = scanned(connection, cursor);
    List<String> some =
        ((List<?>) page.get(1)).stream().map(name -> SafeEncoder.encode((byte[]) name)).toList();
    List<?> ended = some.isEmpty() ? List.of() : written(connection, some, keptFor);
    String next = SafeEncoder.encode((byte[]) page.get(0));
    return new Page(ended, next.equals(START) ? null : next);
  }

  private List<?> scanned(Connection connection, String cursor) {
    return (List<?>)
        connection.executeCommand(
            new CommandArguments(Command.SCAN)
                .add(cursor)
                .addObjects("MATCH", keys.sessions() + "*", "COUNT", AT_ONCE));
  }

  private List<?> written(Connection connection, List<String> some, String keptFor) {
    return (List<?>)
        Script.END_SOME.run(
            connection,
            some,
            moment,
            StoredValue.millis(end.at()),
            StoredValue.text(end),
            keptFor,
            keys.sessions(),
            keys.changes());
  }

  /** Rounded up: what began in a millisecond before the moment began before the moment. */
  private static String wholeMillis(Instant moment) {
    return StoredValue.millis(moment.plus(MILLISECOND).minusNanos(1));
  }
}

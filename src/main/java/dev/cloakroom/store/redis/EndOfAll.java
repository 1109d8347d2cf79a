package dev.cloakroom.store.redis;

import dev.cloakroom.store.End;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.util.SafeEncoder;

/**
 * Ends all sessions that began before a moment: marks the moment, then writes the end into the
 * records, some at a time. For one thread.
 *
 * @see <a href="https://redis.io/docs/latest/commands/scan/">SCAN, which meets every key that is
 *     there from its start to its end</a>
 */
final class EndOfAll {
  /** So many keys a round trip: some milliseconds during which the server does nothing else. */
  private static final String AT_ONCE = "500";

  private static final String START = "0";
  private static final Duration MILLISECOND = Duration.ofMillis(1);

  private final KeyNames keys;
  private final String moment;
  private final End end;
  private String cursor = START;
  private boolean complete;

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

  boolean isComplete() {
    return complete;
  }

  /** Id and value of each of the next ones; the same ones again if it fails. */
  List<?> endSome(Connection connection, String keptFor) {
    List<?> page = page(connection);
    List<String> some =
        ((List<?>) page.get(1)).stream().map(name -> SafeEncoder.encode((byte[]) name)).toList();
    List<?> ended = some.isEmpty() ? List.of() : written(connection, some, keptFor);
    cursor = SafeEncoder.encode((byte[]) page.get(0));
    complete = cursor.equals(START);
    return ended;
  }

  private List<?> page(Connection connection) {
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
            keys.sessions());
  }

  /** Rounded up: what began in a millisecond before the moment began before the moment. */
  private static String wholeMillis(Instant moment) {
    return StoredValue.millis(moment.plus(MILLISECOND).minusNanos(1));
  }
}

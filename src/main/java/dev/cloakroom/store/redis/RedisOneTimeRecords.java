package dev.cloakroom.store.redis;

import static dev.cloakroom.store.redis.StoredValue.millis;
import static dev.cloakroom.store.redis.StoredValue.millisUntil;
import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cloakroom.store.OneTimeRecord;
import dev.cloakroom.store.OneTimeRecords;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;

/**
 * What can be used once in Redis: a text each, {@code owner purpose holder kept-until content}, and
 * an index for each owner. Both go when their time is over. Each operation is one round trip, and
 * each change one script, so atomic. Safe for use by several threads.
 */
final class RedisOneTimeRecords implements OneTimeRecords {
  private static final int PARTS = 5;
  private static final String ANY_PURPOSE = "";

  private final MasterCalls calls;
  private final KeyNames keys;
  private final Clock clock;

  RedisOneTimeRecords(MasterCalls calls, KeyNames keys, Clock clock) {
    this.calls = calls;
    this.keys = keys;
    this.clock = clock;
  }

  @Override
  public void keep(OneTimeRecord record, Most most) {
    List<String> names = List.of(keys.oneTime(record.id()), keys.oneTimeIndex(record.owner()));
    calls.change(
        connection ->
            Script.KEEP_ONE_TIME.run(
                connection,
                names,
                value(record),
                millisUntil(record.keptUntil(), clock),
                member(record),
                Integer.toString(most.ofHolder()),
                Integer.toString(most.ofAll()),
                keys.oneTimes()));
  }

  private static String value(OneTimeRecord record) {
    return String.join(
        " ",
        record.owner(),
        record.purpose(),
        record.holder(),
        millis(record.keptUntil()),
        record.content());
  }

  /** What the index has of it. */
  private static String member(OneTimeRecord record) {
    return String.join(" ", record.purpose(), record.holder(), record.id());
  }

  @Override
  public @Nullable OneTimeRecord find(String id) {
    CommandArguments get = new CommandArguments(Command.GET).add(keys.oneTime(id));
    Object found = calls.<@Nullable Object>read(connection -> connection.executeCommand(get));
    return found instanceof byte[] value ? record(id, new String(value, US_ASCII)) : null;
  }

  /** The node's clock counts; null if it is over by that, or is no record. */
  private @Nullable OneTimeRecord record(String id, String value) {
    String[] parts = value.split(" ", PARTS);
    if (parts.length < PARTS || !parts[3].matches("\\d{1,15}")) {
      return null;
    }
    Instant keptUntil = Instant.ofEpochMilli(Long.parseLong(parts[3]));
    return clock.instant().isBefore(keptUntil)
        ? new OneTimeRecord(id, parts[0], parts[1], parts[2], keptUntil, parts[4])
        : null;
  }

  @Override
  public boolean remove(OneTimeRecord record) {
    List<String> names = List.of(keys.oneTime(record.id()), keys.oneTimeIndex(record.owner()));
    Object removed =
        calls.change(connection -> Script.REMOVE_ONE_TIME.run(connection, names, member(record)));
    return removed.equals(1L);
  }

  @Override
  public int removeAll(String owner) {
    return removeAll(owner, ANY_PURPOSE);
  }

  @Override
  public int removeAll(String owner, String purpose) {
    List<String> names = List.of(keys.oneTimeIndex(owner));
    Object removed =
        calls.change(
            connection ->
                Script.REMOVE_ALL_ONE_TIME.run(
                    connection, names, purpose, millis(clock.instant()), keys.oneTimes()));
    return ((Long) removed).intValue();
  }
}

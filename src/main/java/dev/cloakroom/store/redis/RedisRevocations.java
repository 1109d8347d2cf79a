package dev.cloakroom.store.redis;

import static dev.cloakroom.store.redis.StoredValue.millis;
import static dev.cloakroom.store.redis.StoredValue.millisUntil;
import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cloakroom.store.Revocations;
import dev.cloakroom.store.remote.Change;
import dev.cloakroom.store.remote.ChangeListener;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;

/**
 * In Redis, each a text of its own that goes when its time is over. Each operation is one round
 * trip. Safe for use by several threads.
 */
final class RedisRevocations implements Revocations {
  private final MasterCalls calls;
  private final KeyNames keys;
  private final Clock clock;

  RedisRevocations(MasterCalls calls, KeyNames keys, Clock clock) {
    this.calls = calls;
    this.keys = keys;
    this.clock = clock;
  }

  @Override
  public void revoke(String key, Instant moment, Instant keptUntil) {
    String told = new Change(key, ChangeListener.UNKNOWN_VERSION).text();
    calls.change(
        connection ->
            Script.REVOKE.run(
                connection,
                List.of(keys.revoked(key)),
                millis(moment),
                millisUntil(keptUntil, clock),
                keys.changes(),
                told));
  }

  @Override
  public List<Instant> of(List<String> names) {
    CommandArguments all = new CommandArguments(Command.MGET);
    names.forEach(name -> all.add(keys.revoked(name)));
    List<?> found = calls.read(connection -> (List<?>) connection.executeCommand(all));
    return found.stream().map(RedisRevocations::moment).toList();
  }

  private static Instant moment(@Nullable Object stored) {
    return stored instanceof byte[] text
        ? Instant.ofEpochMilli(Long.parseLong(new String(text, US_ASCII)))
        : NEVER;
  }
}

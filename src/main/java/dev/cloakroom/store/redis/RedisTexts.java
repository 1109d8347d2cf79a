package dev.cloakroom.store.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cloakroom.store.SharedTexts;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;

/**
 * In Redis, each a text of its own that stays. Each operation is one round trip. Safe for use by
 * several threads.
 */
final class RedisTexts implements SharedTexts {
  private static final String NOTHING = "";

  private final MasterCalls calls;
  private final KeyNames keys;

  RedisTexts(MasterCalls calls, KeyNames keys) {
    this.calls = calls;
    this.keys = keys;
  }

  @Override
  public @Nullable String find(String name) {
    CommandArguments get = new CommandArguments(Command.GET).add(keys.text(name));
    Object found = calls.<@Nullable Object>read(connection -> connection.executeCommand(get));
    return found instanceof byte[] text ? new String(text, US_ASCII) : null;
  }

  @Override
  public boolean replace(String name, @Nullable String expected, String next) {
    String before = expected == null ? NOTHING : expected;
    Object replaced =
        calls.change(
            connection ->
                Script.REPLACE_TEXT.run(connection, List.of(keys.text(name)), before, next));
    return replaced.equals(1L);
  }
}

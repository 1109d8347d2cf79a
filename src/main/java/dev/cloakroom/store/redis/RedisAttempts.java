package dev.cloakroom.store.redis;

import static dev.cloakroom.store.redis.StoredValue.millis;

import dev.cloakroom.store.AttemptCounters;
import dev.cloakroom.store.AttemptLimit;
import dev.cloakroom.store.AttemptRule;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Counters in Redis, each a text of its own that goes when its time is over. Each operation is one
 * script, so one round trip and atomic. Safe for use by several threads.
 */
final class RedisAttempts implements AttemptCounters {
  private final MasterCalls calls;
  private final KeyNames keys;
  private final Clock clock;

  RedisAttempts(MasterCalls calls, KeyNames keys, Clock clock) {
    this.calls = calls;
    this.keys = keys;
    this.clock = clock;
  }

  @Override
  public Duration count(List<AttemptLimit> limits) {
    Object[] arguments =
        Stream.concat(
                Stream.of(millis(clock.instant())), limits.stream().flatMap(RedisAttempts::rule))
            .toArray();
    Object wait =
        calls.change(connection -> Script.COUNT_ATTEMPT.run(connection, names(limits), arguments));
    return Duration.ofMillis((Long) wait);
  }

  private static Stream<String> rule(AttemptLimit limit) {
    AttemptRule rule = limit.rule();
    return Stream.of(
        Integer.toString(rule.most()),
        Long.toString(rule.window().toMillis()),
        Long.toString(rule.firstWait().toMillis()),
        Long.toString(rule.longestWait().toMillis()));
  }

  @Override
  public void takeBack(List<AttemptLimit> limits) {
    calls.change(connection -> Script.TAKE_BACK_ATTEMPT.run(connection, names(limits)));
  }

  private List<String> names(List<AttemptLimit> limits) {
    return limits.stream().map(limit -> keys.attempts(limit.key())).toList();
  }
}

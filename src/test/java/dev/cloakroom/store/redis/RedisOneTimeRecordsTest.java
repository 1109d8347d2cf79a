package dev.cloakroom.store.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.store.OneTimeRecord;
import dev.cloakroom.store.OneTimeRecords;
import dev.cloakroom.store.OneTimeRecordsContract;
import dev.cloakroom.testing.RedisProcess;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RedisOneTimeRecordsTest extends OneTimeRecordsContract {
  private static final String INDEX = "{cloakroom:}p:alice";

  private final RedisNodes nodes = new RedisNodes(clock);

  @Override
  protected OneTimeRecords records() {
    return nodes.open().oneTime();
  }

  @AfterEach
  void closeNodes() {
    nodes.close();
  }

  private static long number(String command, String key) {
    return (Long) Objects.requireNonNull(RedisProcess.shared().command(command, key));
  }

  @Test
  void keep_always_givesRecordAndIndexATimeToLive_theIndexThatOfTheLongest() {
    OneTimeRecord shorter = recordOf("alice", "reset");
    records.keep(shorter, FIVE);
    OneTimeRecord longer =
        new OneTimeRecord(
            "l".repeat(22), "alice", "reset", "-", clock.instant().plus(Duration.ofHours(2)), "c");
    records.keep(longer, FIVE);
    records.keep(recordOf("alice", "reset"), FIVE);

    assertThat(number("TTL", "{cloakroom:}o:" + shorter.id())).isBetween(890L, 900L);
    assertThat(number("TTL", INDEX)).isBetween(7190L, 7200L);
  }

  @Test
  void keep_whatIsGoneFromRedis_leavesTheIndex() {
    OneTimeRecord evicted = recordOf("alice", "reset");
    records.keep(evicted, FIVE);
    RedisProcess.shared().command("DEL", "{cloakroom:}o:" + evicted.id());
    records.keep(recordOf("alice", "login"), FIVE);

    assertThat(number("ZCARD", INDEX)).isOne();
  }

  @Test
  void removeAll_leavesNoKeyBehind() {
    records.keep(recordOf("alice", "reset"), FIVE);
    records.keep(recordOf("alice", "login"), FIVE);
    records.removeAll("alice");

    assertThat(number("EXISTS", INDEX)).isZero();
    assertThat(RedisProcess.shared().command("DBSIZE")).isEqualTo(0L);
  }

  @Test
  void find_whatIsNoRecord_findsNothing() {
    RedisProcess.shared().command("SET", "{cloakroom:}o:" + "x".repeat(22), "a b c never d");

    assertThat(records.find("x".repeat(22))).isNull();
  }
}

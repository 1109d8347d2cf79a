package dev.cloakroom.store.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.store.End;
import dev.cloakroom.store.Records;
import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.testing.ManualClock;
import dev.cloakroom.testing.Race;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two nodes at the same moment, again and again. */
class RedisRacesTest {
  private static final int ROUNDS = Race.rounds(10_000);

  private final ManualClock clock = ManualClock.atNoon();
  private final RedisNodes nodes = new RedisNodes(clock);
  private RedisSessionStore one;
  private RedisSessionStore other;

  @BeforeEach
  void twoNodes() {
    one = nodes.open();
    other = nodes.open();
  }

  @AfterEach
  void close() {
    nodes.close();
  }

  private End endNow() {
    return Ends.byAdministrator(clock);
  }

  private boolean isLive(SessionRecord record) {
    SessionRecord found = one.find(record.id());
    return found != null && found.isLiveAt(clock.instant());
  }

  @Test
  @Tag("S10")
  @Tag("S15")
  void login_againstTheEndOfItsCaller_isRefusedOrEnded() throws Exception {
    try (Race race = new Race(2)) {
      for (int round = 0; round < ROUNDS; round++) {
        String caller = "caller-" + round;
        SessionRecord underWay = Records.login(caller, clock.instant());
        clock.advance(Duration.ofMillis(1));
        race.<Object>run(
            List.of(() -> one.create(underWay), () -> other.endByCaller(caller, endNow())));
        assertThat(isLive(underWay)).isFalse();
      }
    }
  }

  @Test
  @Tag("S7")
  @Tag("S15")
  void touch_againstTheEndOfItsCaller_doesNotResurrect() throws Exception {
    try (Race race = new Race(2)) {
      for (int round = 0; round < ROUNDS; round++) {
        String caller = "caller-" + round;
        SessionRecord record = Records.login(caller, clock.instant());
        assertThat(one.create(record)).isTrue();
        clock.advance(Duration.ofMillis(1));
        SessionRecord touched = record.ticketUsed(clock.instant());
        List<Object> results =
            race.run(
                List.of(() -> one.replace(touched), () -> other.endByCaller(caller, endNow())));
        assertThat(results.get(1)).asInstanceOf(InstanceOfAssertFactories.LIST).hasSize(1);
        assertThat(isLive(record)).isFalse();
      }
    }
  }

  @Test
  @Tag("S15")
  void rotation_againstRotation_oneWins() throws Exception {
    SessionRecord record = Records.login("alice", clock.instant());
    assertThat(one.create(record)).isTrue();
    try (Race race = new Race(2)) {
      for (int round = 0; round < ROUNDS; round++) {
        SessionRecord next = record.seen(clock.instant());
        List<Boolean> won = race.run(List.of(() -> one.replace(next), () -> other.replace(next)));
        assertThat(won).containsExactlyInAnyOrder(true, false);
        record = next;
      }
    }
  }
}

package dev.cloakroom.store.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.config.NearCacheSettings;
import dev.cloakroom.store.Revocations;
import dev.cloakroom.store.memory.MemorySessionStore;
import dev.cloakroom.store.remote.SharedStore.Push;
import dev.cloakroom.testing.ManualClock;
import dev.cloakroom.testing.SharedMemory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What this node remembers of what is over, and how it hears of what another has ended. */
class NearRevocationsTest {
  private static final String ONE = "r:t:one";
  private static final List<String> KEYS = List.of("r:all", "r:c:alice", ONE);
  private static final Duration LIMIT = Duration.ofSeconds(1);

  private final ManualClock clock = ManualClock.atNoon();
  private final MemorySessionStore whole = new MemorySessionStore(clock);
  private final Instant now = clock.instant();

  private SharedMemory connection(Push push) {
    return new SharedMemory(whole, push);
  }

  private Revocations over(SharedMemory connection) {
    return new NearCache(
            connection,
            new NearCacheSettings(1_000, LIMIT),
            clock,
            () -> clock.millis() * 1_000_000)
        .revocations();
  }

  private void endedElsewhere() {
    whole.revocations().revoke(ONE, now, now.plusSeconds(3600));
  }

  @ParameterizedTest
  @EnumSource
  void of_againAndAgain_isOneRoundTripForAllKeys(Push push) {
    SharedMemory connection = connection(push);
    Revocations near = over(connection);
    endedElsewhere();

    for (int i = 0; i < 10; i++) {
      assertThat(near.of(KEYS)).containsExactly(Revocations.NEVER, Revocations.NEVER, now);
    }

    assertThat(connection.roundTrips()).isEqualTo(1);
  }

  @Test
  @Tag("J21")
  void of_endedElsewhereAndTold_isKnown() {
    SharedMemory connection = connection(Push.SUPPORTED);
    Revocations near = over(connection);
    assertThat(near.of(KEYS)).containsOnly(Revocations.NEVER);
    endedElsewhere();
    assertThat(near.of(KEYS)).containsOnly(Revocations.NEVER);

    connection.tellRevoked(ONE);

    assertThat(near.of(KEYS)).contains(now);
  }

  /** The answer is of before, and arrives after what was told. */
  @Test
  @Tag("J21")
  void of_toldWhileTheStoreIsAsked_isNotRememberedAsItWas() {
    SharedMemory connection = connection(Push.SUPPORTED);
    Revocations near = over(connection);
    connection.beforeAnswer(
        () -> {
          endedElsewhere();
          connection.tellRevoked(ONE);
        });
    assertThat(near.of(KEYS)).containsOnly(Revocations.NEVER);
    connection.beforeAnswer(() -> {});

    assertThat(near.of(KEYS)).contains(now);
  }

  @Test
  @Tag("J21")
  void of_endedElsewhereAndToldToNobody_isKnownAfterTheStatedTimeAtTheLatest() {
    Revocations near = over(connection(Push.ABSENT));
    assertThat(near.of(KEYS)).containsOnly(Revocations.NEVER);
    endedElsewhere();

    clock.advance(LIMIT);

    assertThat(near.of(KEYS)).contains(now);
  }

  @ParameterizedTest
  @EnumSource
  @Tag("J21")
  void of_endedHere_isKnownAtOnce(Push push) {
    Revocations near = over(connection(push));
    assertThat(near.of(KEYS)).containsOnly(Revocations.NEVER);

    near.revoke(ONE, now, now.plusSeconds(3600));

    assertThat(near.of(KEYS)).contains(now);
  }

  @Test
  @Tag("J21")
  void of_whileNothingIsTold_asksTheStoreEachTime() {
    SharedMemory connection = connection(Push.SUPPORTED);
    Revocations near = over(connection);
    assertThat(near.of(KEYS)).containsOnly(Revocations.NEVER);
    connection.disconnect();
    endedElsewhere();

    assertThat(near.of(KEYS)).contains(now);
    int asked = connection.roundTrips();
    near.of(KEYS);
    assertThat(connection.roundTrips()).isEqualTo(asked + 1);
    connection.connect();
    near.of(KEYS);
    near.of(KEYS);
    assertThat(connection.roundTrips()).isEqualTo(asked + 2);
  }
}

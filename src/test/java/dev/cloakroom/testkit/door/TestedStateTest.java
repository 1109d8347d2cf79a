package dev.cloakroom.testkit.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.cloakroom.store.Records;
import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.store.SessionStore;
import dev.cloakroom.store.memory.MemorySessionStore;
import dev.cloakroom.testing.ManualClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Time passes where the store is the application's own, and nowhere else. */
@Tag("G7")
class TestedStateTest {
  private final ManualClock real = ManualClock.atNoon();
  private final Instant noon = real.instant();
  private final MovableClock clock = new MovableClock(real);

  /** Stands for one that others have, too: what matters is that nobody can empty it. */
  private final SessionStore shared = new MemorySessionStore(clock);

  private final SessionStore own =
      EmptiedStore.of(new MemorySessionStore(clock), () -> new MemorySessionStore(clock));

  private final SessionRecord login = Records.login("alice", noon);

  @Test
  void time_ofASharedStore_staysAsItIs() {
    TestedState state = new TestedState(shared, clock);
    shared.create(login);

    assertThatIllegalStateException()
        .isThrownBy(() -> state.elapse(Duration.ofDays(91)))
        .withMessageContaining("cloakroom.store=memory");
    assertThat(clock.instant()).isEqualTo(noon);
    assertThat(state.reset()).isFalse();
    assertThat(shared.find(login.id())).isNotNull();
  }

  @Test
  void time_ofAStoreOfItsOwn_passes_andIsReset() {
    TestedState state = new TestedState(own, clock);
    own.create(login);

    assertThat(state.elapse(Duration.ofHours(1))).isEqualTo(noon.plus(Duration.ofHours(1)));
    assertThat(state.reset()).isTrue();
    assertThat(clock.instant()).isEqualTo(noon);
    assertThat(own.find(login.id())).isNull();
  }
}

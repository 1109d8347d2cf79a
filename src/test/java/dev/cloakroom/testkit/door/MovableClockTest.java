package dev.cloakroom.testkit.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cloakroom.testing.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** A clock that is put forward, and right again. */
class MovableClockTest {
  private final ManualClock real = ManualClock.atNoon();
  private final MovableClock clock = new MovableClock(real);

  @Test
  void clock_goesAsTheRealOne_andAhead() {
    Instant noon = real.instant();
    clock.elapse(Duration.ofHours(1));
    real.advance(Duration.ofMinutes(1));
    clock.elapse(Duration.ofHours(1));

    assertThat(clock.instant()).isEqualTo(noon.plus(Duration.ofMinutes(121)));
    assertThat(clock.withZone(ZoneOffset.MAX).instant()).isEqualTo(clock.instant());

    clock.reset();
    assertThat(clock.instant()).isEqualTo(real.instant());
  }

  @Test
  void clock_isNotPutBack() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> clock.elapse(Duration.ofSeconds(-1)))
        .withMessageContaining("forward only");
  }
}

package dev.cloakroom.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is asked again and again, and for how long. */
class AwaitTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void until_isTheFirstAnswerThatWillDo() throws Exception {
    assertThat(soon(LONG).until(asked::incrementAndGet, answer -> answer == 3)).isEqualTo(3);
    assertThat(asked).hasValue(3);
  }

  @Test
  void until_outOfTime_isTheAnswerThatWillNotDo() throws Exception {
    assertThat(soon(Duration.ZERO).until(asked::incrementAndGet, answer -> answer == 3))
        .isEqualTo(1);
    assertThat(soon(Duration.ZERO).until(() -> false)).isFalse();
  }

  private static Await soon(Duration limit) {
    return new Await(limit, Duration.ZERO);
  }
}

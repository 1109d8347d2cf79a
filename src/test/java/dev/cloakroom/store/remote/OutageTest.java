package dev.cloakroom.store.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OutageTest {
  private final AtomicLong nanos = new AtomicLong();
  private final Outage outage = new Outage(nanos::get);

  private void timeOut(int times) {
    for (int i = 0; i < times; i++) {
      outage.timedOut();
    }
  }

  private void pass(long millis) {
    nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
  }

  @Test
  void mayTry_twoInARowRanOutOfTime_everybodyMay() {
    timeOut(2);

    assertThat(outage.mayTry()).isTrue();
    assertThat(outage.mayTry()).isTrue();
  }

  @Test
  void mayTry_threeInARow_nobodyForAMomentThenOne() {
    timeOut(3);

    assertThat(outage.mayTry()).isFalse();
    pass(500);
    assertThat(outage.mayTry()).isTrue();
    assertThat(outage.mayTry()).isFalse();
  }

  @Test
  void mayTry_oneCameBack_everybodyMay() {
    timeOut(5);
    outage.answered();

    assertThat(outage.mayTry()).isTrue();
    assertThat(outage.mayTry()).isTrue();
  }

  @Test
  void mayTry_answersBetweenTheTimeouts_everybodyMay() {
    timeOut(2);
    outage.answered();
    timeOut(2);

    assertThat(outage.mayTry()).isTrue();
  }
}

package dev.cloakroom.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.config.ThrottleSettings;
import dev.cloakroom.crypto.MacKey;
import dev.cloakroom.crypto.RandomIds;
import dev.cloakroom.store.memory.MemorySessionStore;
import dev.cloakroom.testing.ManualClock;
import dev.cloakroom.throttle.Admission.Counted;
import dev.cloakroom.throttle.Admission.Waiting;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Messages that somebody has sent to another: five to one name within an hour. */
class MessageThrottleTest {
  private static final String HOME = "192.0.2.7";
  private static final Duration HOUR = Duration.ofHours(1);

  private final ManualClock clock = ManualClock.atNoon();
  private final Throttle throttle =
      new Throttle(
          new ThrottleSettings(
                  false, 1_000, 1_000, 100, new ThrottleSettings.Times(HOUR, HOUR, HOUR))
              .ofMessages(5),
          new MemorySessionStore(clock).attempts(),
          new MacKey(new RandomIds().salt(32)));

  private static Attempt from(String address) {
    return new Attempt("alice", address, null);
  }

  private boolean isAdmitted(Attempt asking) {
    return throttle.admitMessage(asking) instanceof Counted;
  }

  @Test
  @Tag("P1")
  void fromManyAddresses_areFive_andThenOneInLongerAndLongerTimes() {
    for (int i = 0; i < 5; i++) {
      assertThat(isAdmitted(from("198.51.100." + i))).isTrue();
    }
    for (int minutes : new int[] {15, 30, 60, 60}) {
      Duration wait = Duration.ofMinutes(minutes);
      assertThat(throttle.admitMessage(from(HOME))).isEqualTo(new Waiting(wait));
      clock.advance(wait);
      assertThat(isAdmitted(from("203.0.113." + minutes))).isTrue();
    }
  }

  @Test
  @Tag("P1")
  void fromOneAddress_areThree_andAnotherNameIsNotConcerned() {
    for (int i = 0; i < 3; i++) {
      assertThat(isAdmitted(from(HOME))).isTrue();
    }

    assertThat(throttle.admitMessage(from(HOME))).isEqualTo(new Waiting(Duration.ofMinutes(15)));
    assertThat(isAdmitted(new Attempt("bob", HOME, null))).isTrue();
  }

  /** Of many people behind one address each is sent theirs, though one after the other. */
  @Test
  @Tag("P1")
  void fromOneAddress_forManyNames_areAHundred_andThenOneAMinute() {
    for (int i = 0; i < 100; i++) {
      assertThat(isAdmitted(new Attempt("employee" + i, HOME, null))).isTrue();
    }
    for (int i = 100; i < 160; i++) {
      Attempt next = new Attempt("employee" + i, HOME, null);
      assertThat(throttle.admitMessage(next)).isEqualTo(new Waiting(Duration.ofMinutes(1)));
      clock.advance(Duration.ofMinutes(1));
      assertThat(isAdmitted(next)).isTrue();
    }
  }

  /** Strangers keep no owner from asking. */
  @Test
  @Tag("P1")
  void onAKnownDevice_areThreeMore() {
    for (int i = 0; i < 9; i++) {
      throttle.admitMessage(from("198.51.100." + i));
    }
    Attempt known = new Attempt("alice", HOME, "phone");

    for (int i = 0; i < 3; i++) {
      assertThat(isAdmitted(known)).isTrue();
    }
    assertThat(isAdmitted(known)).isFalse();
  }

  /** Whoever asks without end, from wherever, has this many sent. */
  @Test
  @Tag("P1")
  void inADay_areAboutThirty() {
    int sent = 0;
    for (int minute = 0; minute < 24 * 60; minute++) {
      for (int i = 0; i < 10; i++) {
        sent += isAdmitted(from("198.51." + minute % 200 + "." + i)) ? 1 : 0;
      }
      clock.advance(Duration.ofMinutes(1));
    }

    assertThat(sent).isBetween(25, 31);
  }
}

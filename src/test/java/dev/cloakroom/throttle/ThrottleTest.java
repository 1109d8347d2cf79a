package dev.cloakroom.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.config.ThrottleSettings;
import dev.cloakroom.crypto.MacKey;
import dev.cloakroom.crypto.RandomIds;
import dev.cloakroom.store.memory.MemorySessionStore;
import dev.cloakroom.testing.BreakableStore;
import dev.cloakroom.testing.ManualClock;
import dev.cloakroom.throttle.Admission.Counted;
import dev.cloakroom.throttle.Admission.Waiting;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Five may fail for one name from one address, eight for one name, ten from one address. */
class ThrottleTest {
  private static final String HOME = "192.0.2.7";
  private static final Duration FIRST_WAIT = Duration.ofSeconds(10);

  private final ManualClock clock = ManualClock.atNoon();
  private final BreakableStore store = new BreakableStore(new MemorySessionStore(clock));
  private final MacKey key = new MacKey(new RandomIds().salt(32));
  private final Throttle throttle = throttle(true);

  private Throttle throttle(boolean enabled) {
    ThrottleSettings.Times times =
        new ThrottleSettings.Times(Duration.ofMinutes(5), FIRST_WAIT, Duration.ofMinutes(15));
    return new Throttle(new ThrottleSettings(enabled, 5, 8, 10, times), store.attempts(), key);
  }

  private static Attempt stranger(String name, String address) {
    return new Attempt(name, address, null);
  }

  private void fail(Attempt attempt, int times) {
    for (int i = 0; i < times; i++) {
      assertAdmitted(attempt);
    }
  }

  private void assertAdmitted(Attempt attempt) {
    assertThat(throttle.admit(attempt)).isInstanceOf(Counted.class);
  }

  private void assertWaits(Attempt attempt) {
    assertThat(throttle.admit(attempt)).isEqualTo(new Waiting(FIRST_WAIT));
  }

  @Test
  @Tag("P1")
  void admit_fiveForOneNameFromOneAddress_andOthersAreNotConcerned() {
    fail(stranger("alice", HOME), 5);

    assertWaits(stranger("alice", HOME));
    assertAdmitted(stranger("bob", HOME));
    assertAdmitted(stranger("alice", "192.0.2.8"));
  }

  @Test
  @Tag("P1")
  @Tag("P8")
  void admitProven_fiveOfOneCaller_andFiveOfADeviceThatIsKnown() {
    for (int i = 0; i < 5; i++) {
      assertThat(throttle.admitProven("alice", null)).isInstanceOf(Counted.class);
      assertThat(throttle.admitProven("alice", "device")).isInstanceOf(Counted.class);
    }

    assertThat(throttle.admitProven("ALICE", null)).isEqualTo(new Waiting(FIRST_WAIT));
    assertThat(throttle.admitProven("alice", "device")).isEqualTo(new Waiting(FIRST_WAIT));
    assertThat(throttle.admitProven("bob", null)).isInstanceOf(Counted.class);
    assertThat(throttle(false).admitProven("alice", null)).isInstanceOf(Counted.class);
  }

  @Test
  @Tag("P1")
  void admit_oneNameFromManyAddresses_waitsEverywhere_andNoOtherName() {
    for (int i = 0; i < 8; i++) {
      assertAdmitted(stranger("alice", "198.51.100." + i));
    }

    assertWaits(stranger("alice", HOME));
    assertAdmitted(stranger("bob", "198.51.100.1"));
  }

  @Test
  @Tag("P1")
  void admit_manyNamesFromOneAddress_waitsForAnyName_andNoOtherAddress() {
    for (int i = 0; i < 10; i++) {
      assertAdmitted(stranger("made-up-" + i, HOME));
    }

    assertWaits(stranger("alice", HOME));
    assertWaits(stranger("", HOME));
    assertAdmitted(stranger("alice", "192.0.2.8"));
  }

  @Test
  @Tag("P1")
  void admit_knownDevice_isLetInWhileStrangersWait_andHasFiveOfItsOwn() {
    for (int i = 0; i < 8; i++) {
      assertAdmitted(stranger("alice", "198.51.100." + i));
    }
    assertWaits(stranger("alice", HOME));
    Attempt known = new Attempt("alice", HOME, "phone");

    fail(known, 5);
    assertWaits(known);
    assertAdmitted(new Attempt("alice", HOME, "laptop"));
  }

  /** Whoever has a device of alice's can lock neither her other devices out nor strangers. */
  @Test
  @Tag("P1")
  void admit_whatFailsOnAKnownDevice_countsForNobodyElse() {
    fail(new Attempt("alice", HOME, "phone"), 5);

    fail(stranger("alice", HOME), 5);
  }

  /** Each login is given one: whoever once knew the password may have thousands. */
  @Test
  @Tag("P1")
  void admit_manyKnownDevices_haveTogetherWhatAName() {
    for (int i = 0; i < 8; i++) {
      assertAdmitted(new Attempt("alice", HOME, "device-" + i));
    }

    assertWaits(new Attempt("alice", HOME, "device-8"));
    assertAdmitted(stranger("alice", HOME));
  }

  /** A name, and an address, can be somebody else's to spend. */
  @Test
  @Tag("P1")
  void admit_whatOthersHaveCaused_waitsForAMinuteAtMost() {
    Duration longest = Duration.ZERO;
    for (int i = 0; i < 30; i++) {
      Admission admission = throttle.admit(stranger("alice", "198.51.100." + i));
      if (admission instanceof Waiting waiting) {
        longest = waiting.retryAfter();
        clock.advance(longest);
      }
    }

    assertThat(longest).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  @Tag("P1")
  void admit_whoWaited_isLetInOnce_andWaitsLongerAfterThat() {
    fail(stranger("alice", HOME), 5);
    clock.advance(FIRST_WAIT);

    assertAdmitted(stranger("alice", HOME));
    assertThat(throttle.admit(stranger("alice", HOME)))
        .isEqualTo(new Waiting(FIRST_WAIT.multipliedBy(2)));
  }

  @Test
  @Tag("P1")
  void takeBack_whatSucceeded_keepsNobodyWaiting() {
    for (int i = 0; i < 100; i++) {
      throttle.takeBack((Counted) throttle.admit(stranger("alice", HOME)));
    }

    fail(stranger("alice", HOME), 5);
  }

  /** Subscribers have networks of 64 bits at least. */
  @ParameterizedTest
  @CsvSource({
    "2001:db8:0:1::1, 2001:db8:0:1:ffff:ffff:ffff:ffff, true",
    "2001:db8:0:1::1, 2001:DB8:0:1::1%eth0,             true",
    "2001:db8:0:1::1, 2001:db8:0:2::1,                  false",
    "192.0.2.7,       ::ffff:192.0.2.7,                 true",
    "192.0.2.7,       192.0.2.8,                        false",
    "unknown,         unknown,                          true",
    "unknown,         _hidden,                          false"
  })
  @Tag("P1")
  void admit_addressesOfOneNetwork_areOne(String one, String other, boolean same) {
    fail(stranger("alice", one), 5);

    assertThat(throttle.admit(stranger("alice", other)) instanceof Waiting).isEqualTo(same);
  }

  /** A database may take them for the same name, so that each would be five tries more. */
  @ParameterizedTest
  @CsvSource({
    "alice,        ALICE,             true",
    "alice,        '  alice ',        true",
    "alice,        \u00c0lic\u00e9,   true",
    "alice,        a\u200blice,       true",
    "alice,        \uff41lice,        true",
    "stra\u00dfe,  STRASSE,           true",
    "alice,        alice\ud83d,       true",
    "alice,        alicia,            false",
    "\u0430lice,   alice,             false"
  })
  @Tag("P1")
  void admit_namesThatADatabaseMayTakeForOne_areOne(String one, String other, boolean same) {
    fail(stranger(one, HOME), 5);

    assertThat(throttle.admit(stranger(other, HOME)) instanceof Waiting).isEqualTo(same);
  }

  @Test
  void admit_withoutName_countsForTheAddressAlone() {
    fail(stranger("", HOME), 10);

    assertWaits(stranger("", HOME));
    assertAdmitted(stranger("", "192.0.2.8"));
  }

  @Test
  void admit_switchedOff_letsEverybodyInAndAsksNobody() {
    Throttle off = throttle(false);
    store.breakDown();

    for (int i = 0; i < 100; i++) {
      Admission admission = off.admit(stranger("alice", HOME));
      assertThat(admission).isInstanceOf(Counted.class);
      off.takeBack((Counted) admission);
    }
  }

  @Test
  @Tag("G7")
  void admit_storeDown_fails() {
    store.breakDown();

    assertThatExceptionOfType(StoreUnavailableException.class)
        .isThrownBy(() -> throttle.admit(stranger("alice", HOME)));
    store.repair();
    assertAdmitted(stranger("alice", HOME));
  }
}

package dev.cloakroom.factor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.event.RecoveryCodeUsed;
import dev.cloakroom.factor.FactorFixture.Enrolled;
import dev.cloakroom.testing.ManualClock;
import dev.cloakroom.testing.Race;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RecoveryCodeFactorTest {
  private static final int ROUNDS = Race.rounds(10_000);

  private final MemoryFactors store = new MemoryFactors();
  private final ManualClock clock = ManualClock.atNoon();
  private final FactorFixture node = new FactorFixture(store, clock);
  private final Enrolled alice = node.enrolled("alice");
  private final List<String> codes = alice.recovery().codes();

  private boolean proves(String code) {
    return node.recovery.proves("alice", null, code);
  }

  @Test
  @Tag("S15")
  void proves_aCode_isGoodOnce_andSaysSo() {
    node.events.clear();

    assertThat(proves(codes.get(3))).isTrue();
    assertThat(proves(codes.get(3))).isFalse();
    assertThat(node.totp.recoveryCodesLeft("alice")).isEqualTo(9);
    assertThat(node.events).containsExactly(new RecoveryCodeUsed("alice", 9, clock.instant()));
    assertThat(proves(codes.get(4))).isTrue();
  }

  @Test
  void proves_inOtherCaseAndGroups_isGood() {
    assertThat(proves(codes.get(0).toLowerCase(Locale.ROOT).replace('-', ' '))).isTrue();
    assertThat(proves(codes.get(1).replace("-", ""))).isTrue();
  }

  @Test
  void proves_somebodyElsesCode_isNotGood_andUsesNothingUp() {
    node.enrolled("bob");

    assertThat(node.recovery.proves("bob", null, codes.get(0))).isFalse();
    assertThat(node.recovery.proves("nobody", null, codes.get(0))).isFalse();
    assertThat(proves("0000-0000-0000-0000")).isFalse();
    assertThat(proves("")).isFalse();
    assertThat(node.totp.recoveryCodesLeft("bob")).isEqualTo(10);
    assertThat(proves(codes.get(0))).isTrue();
  }

  @Test
  void isEnrolled_untilTheLastCodeIsUsed_andTheAppStays() {
    codes.subList(0, 9).forEach(this::proves);
    assertThat(node.recovery.isEnrolled("alice")).isTrue();

    assertThat(proves(codes.get(9))).isTrue();
    assertThat(node.recovery.isEnrolled("alice")).isFalse();
    assertThat(node.codes.proves("alice", null, node.code(alice.app(), 0))).isTrue();
  }

  @Test
  @Tag("S15")
  @Tag("P8")
  void proves_oneCodeOnTwoNodesAtOnce_isGoodForOne() throws Exception {
    FactorFixture other = new FactorFixture(store, clock);
    int doubles = 0;
    int good = 0;
    List<String> left = List.of();
    try (Race race = new Race(2)) {
      for (int round = 0; round < ROUNDS; round++) {
        if (round % 10 == 0) {
          left = node.totp.newRecoveryCodes("alice").orElseThrow().codes();
        }
        String code = left.get(round % 10);
        List<Callable<Boolean>> racers =
            List.of(() -> proves(code), () -> other.recovery.proves("alice", null, code));
        int wins = Collections.frequency(race.run(racers), true);
        good += wins;
        doubles += wins == 2 ? 1 : 0;
      }
    }
    assertThat(doubles).isZero();
    assertThat(good).isEqualTo(ROUNDS);
  }

  @Test
  void proves_twoCodesAtOnce_areBothGood() throws Exception {
    try (Race race = new Race(2)) {
      List<Callable<Boolean>> racers =
          List.of(() -> proves(codes.get(0)), () -> proves(codes.get(1)));
      assertThat(race.run(racers)).containsOnly(true);
    }
    assertThat(node.totp.recoveryCodesLeft("alice")).isEqualTo(8);
  }
}

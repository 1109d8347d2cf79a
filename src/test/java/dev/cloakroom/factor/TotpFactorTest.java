package dev.cloakroom.factor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.TotpEnrolment;
import dev.cloakroom.factor.FactorFixture.Enrolled;
import dev.cloakroom.testing.ManualClock;
import dev.cloakroom.testing.Race;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TotpFactorTest {
  private static final int ROUNDS = Race.rounds(10_000);

  private final MemoryFactors store = new MemoryFactors();
  private final ManualClock clock = ManualClock.atNoon();
  private final FactorFixture node = new FactorFixture(store, clock);
  private final TotpEnrolment app = node.enrolled("alice").app();

  private boolean proves(String code) {
    return node.codes.proves("alice", null, code);
  }

  @Test
  void method_isThatOfRfc8176() {
    assertThat(node.codes.method()).isEqualTo("otp");
    assertThat(node.codes.challenge("alice")).isEmpty();
  }

  @Test
  void proves_theCodeOfNow_inGroups_isGood() {
    String code = node.code(app, 0);

    assertThat(proves(" " + code.substring(0, 3) + " " + code.substring(3) + "\n")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1})
  void proves_theCodesAroundNow_areGood(int step) {
    clock.advance(Duration.ofMinutes(5));

    assertThat(proves(node.code(app, step))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {-3, -2, 2, 3})
  void proves_codesFurtherAway_areNot(int step) {
    clock.advance(Duration.ofMinutes(5));

    assertThat(proves(node.code(app, step))).isFalse();
  }

  @Test
  @Tag("S15")
  void proves_aCode_isGoodOnce() {
    String code = node.code(app, 0);

    assertThat(proves(code)).isTrue();
    assertThat(proves(code)).isFalse();
    clock.advance(TotpSecret.STEP);
    assertThat(proves(code)).isFalse();
    assertThat(proves(node.code(app, 0))).isTrue();
  }

  @Test
  @Tag("S15")
  void proves_aCodeBeforeOneThatWasUsed_isNotGoodAnyMore() {
    clock.advance(Duration.ofMinutes(5));
    assertThat(proves(node.code(app, 1))).isTrue();

    assertThat(proves(node.code(app, 0))).isFalse();
    assertThat(proves(node.code(app, -1))).isFalse();
  }

  @Test
  void proves_somebodyElsesCode_isNotGood_andUsesNothingUp() {
    Enrolled bob = node.enrolled("bob");

    assertThat(proves(node.code(bob.app(), 0))).isFalse();
    assertThat(node.codes.proves("bob", null, node.code(app, 0))).isFalse();
    assertThat(node.codes.proves("nobody", null, node.code(app, 0))).isFalse();
    assertThat(proves(node.code(app, 0))).isTrue();
    assertThat(node.codes.proves("bob", null, node.code(bob.app(), 0))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "000000000",
        "abcdef",
        "12345",
        "' or 1=1 --",
        "\u0661\u0662\u0663\u0664\u0665\u0666"
      })
  void proves_whatIsNoCode_asksNoStore(String answer) {
    int before = store.calls.get();

    assertThat(proves(answer)).isFalse();
    assertThat(store.calls).hasValue(before);
  }

  @Test
  void isEnrolled_costsOneCall() {
    int before = store.calls.get();

    assertThat(node.codes.isEnrolled("alice")).isTrue();
    assertThat(node.recovery.isEnrolled("alice")).isTrue();
    assertThat(store.calls.get() - before).isEqualTo(2);
  }

  @Test
  @Tag("S15")
  @Tag("P8")
  void proves_oneCodeOnTwoNodesAtOnce_isGoodForOne() throws Exception {
    FactorFixture other = new FactorFixture(store, clock);
    int doubles = 0;
    int good = 0;
    try (Race race = new Race(2)) {
      for (int round = 0; round < ROUNDS; round++) {
        clock.advance(TotpSecret.STEP);
        String code = node.code(app, 0);
        List<Callable<Boolean>> racers =
            List.of(() -> proves(code), () -> other.codes.proves("alice", null, code));
        int wins = Collections.frequency(race.run(racers), true);
        good += wins;
        doubles += wins == 2 ? 1 : 0;
      }
    }
    assertThat(doubles).isZero();
    assertThat(good).isEqualTo(ROUNDS);
  }
}

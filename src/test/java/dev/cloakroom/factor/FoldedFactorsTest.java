package dev.cloakroom.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cloakroom.TotpEnrolment;
import dev.cloakroom.factor.FactorFixture.Enrolled;
import dev.cloakroom.testing.ManualClock;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who logs in by another spelling of their name, as some databases let them. */
@Tag("S13")
class FoldedFactorsTest {
  private final MemoryFactors exact = new MemoryFactors();
  private final FactorFixture node =
      new FactorFixture(new FoldedFactors(exact), ManualClock.atNoon());

  static List<String> spellings() {
    return List.of(
        "alice",
        "ALICE",
        "alice ",
        "alice" + " ".repeat(300),
        "álice",
        "a\u0142ice",
        "\uff21lice",
        "al\u00adice",
        "alice\u0000");
  }

  @ParameterizedTest
  @MethodSource("spellings")
  void callerWhoIsEnrolled_isSoInEachSpelling(String spelling) {
    Enrolled alice = node.enrolled("Alice");

    assertThat(node.codes.isEnrolled(spelling)).isTrue();
    assertThat(node.codes.proves(spelling, null, node.code(alice.app(), 0))).isTrue();
    assertThat(node.codes.proves("Alice", null, node.code(alice.app(), 0))).isFalse();
    assertThat(node.recovery.proves(spelling, null, alice.recovery().codes().get(0))).isTrue();
  }

  /** It may be somebody else's. */
  @ParameterizedTest
  @MethodSource("spellings")
  void anotherSpelling_changesNothing(String spelling) {
    Enrolled alice = node.enrolled("Alice");
    node.events.clear();

    assertThat(node.totp.remove(spelling)).isFalse();
    assertThat(node.totp.newRecoveryCodes(spelling)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> node.totp.enroll(spelling, "Shop"));
    TotpEnrolment next = node.totp.enroll("Alice", "Shop");
    assertThat(node.totp.confirm(spelling, node.code(next, 0))).isEmpty();

    assertThat(node.events).isEmpty();
    assertThat(node.recovery.proves("Alice", null, alice.recovery().codes().get(0))).isTrue();
    assertThat(node.totp.newRecoveryCodes("Alice")).isPresent();
    assertThat(node.totp.confirm("Alice", node.code(next, 0))).isPresent();
    assertThat(node.totp.remove("Alice")).isTrue();
    assertThat(node.totp.enroll("alice", "Shop")).isNotNull();
  }

  @Test
  void another_isNot() {
    node.enrolled("Alice");

    assertThat(node.codes.isEnrolled("alicia")).isFalse();
    assertThat(node.codes.isEnrolled("\u0301")).isFalse();
  }
}

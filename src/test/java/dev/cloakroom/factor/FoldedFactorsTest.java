package dev.cloakroom.factor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.factor.FactorFixture.Enrolled;
import dev.cloakroom.testing.ManualClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who logs in by another spelling of their name, as some databases let them. */
@Tag("S13")
class FoldedFactorsTest {
  private final MemoryFactors exact = new MemoryFactors();
  private final FactorFixture node =
      new FactorFixture(new FoldedFactors(exact), ManualClock.atNoon());

  @ParameterizedTest
  @ValueSource(strings = {"alice", "ALICE", "alice ", "álice", "\uff21lice", "al\u00adice"})
  void callerWhoIsEnrolled_isSoInEachSpelling(String spelling) {
    Enrolled alice = node.enrolled("Alice");

    assertThat(node.codes.isEnrolled(spelling)).isTrue();
    assertThat(node.codes.proves(spelling, null, node.code(alice.app(), 0))).isTrue();
    assertThat(node.codes.proves("Alice", null, node.code(alice.app(), 0))).isFalse();
    assertThat(node.recovery.proves(spelling, null, alice.recovery().codes().get(0))).isTrue();
    assertThat(node.totp.remove(spelling)).isTrue();
    assertThat(node.codes.isEnrolled("Alice")).isFalse();
  }

  @Test
  void another_isNot() {
    node.enrolled("Alice");

    assertThat(node.codes.isEnrolled("alicia")).isFalse();
    assertThat(node.codes.isEnrolled("\u0301")).isFalse();
  }
}

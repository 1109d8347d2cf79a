package dev.cloakroom.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.RecoveryCodes;
import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.TotpEnrolment;
import dev.cloakroom.event.FactorChanged;
import dev.cloakroom.event.FactorChanged.Change;
import dev.cloakroom.factor.FactorFixture.Enrolled;
import dev.cloakroom.testing.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredTotpTest {
  private final MemoryFactors store = new MemoryFactors();
  private final FactorFixture node = new FactorFixture(store, ManualClock.atNoon());

  @Test
  void enroll_notConfirmed_provesAndCountsForNothing() {
    TotpEnrolment shown = node.totp.enroll("alice", "Shop");

    assertThat(node.totp.isEnrolled("alice")).isFalse();
    assertThat(node.codes.isEnrolled("alice")).isFalse();
    assertThat(node.recovery.isEnrolled("alice")).isFalse();
    assertThat(node.codes.proves("alice", null, node.code(shown, 0))).isFalse();
    assertThat(node.totp.newRecoveryCodes("alice")).isEmpty();
    assertThat(node.totp.recoveryCodesLeft("alice")).isZero();
    assertThat(node.events).isEmpty();
  }

  @Test
  void enroll_twoCallers_getSecretsOf160BitsOfTheirOwn() {
    String first = node.totp.enroll("alice", "Shop").secret();
    String second = node.totp.enroll("bob", "Shop").secret();

    assertThat(first).matches("[A-Z2-7]{32}").isNotEqualTo(second);
  }

  @Test
  @Tag("S9")
  void confirm_theCode_enrolls_givesRecoveryCodes_andSaysSo() {
    TotpEnrolment shown = node.totp.enroll("alice", "Shop");
    RecoveryCodes codes = node.totp.confirm("alice", node.code(shown, 0)).orElseThrow();

    assertThat(node.totp.isEnrolled("alice")).isTrue();
    assertThat(node.codes.isEnrolled("alice")).isTrue();
    assertThat(node.recovery.isEnrolled("alice")).isTrue();
    assertThat(codes.codes())
        .hasSize(10)
        .doesNotHaveDuplicates()
        .allMatch(code -> code.matches("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}"));
    assertThat(node.totp.recoveryCodesLeft("alice")).isEqualTo(10);
    assertThat(node.events)
        .containsExactly(new FactorChanged("alice", "otp", Change.ADDED, node.clock.instant()));
    assertThat(node.totp.isEnrolled("bob")).isFalse();
  }

  @Test
  void confirm_anotherCode_leavesWhatWasBegun() {
    TotpEnrolment shown = node.totp.enroll("alice", "Shop");

    assertThat(node.totp.confirm("alice", node.code(shown, 7))).isEmpty();
    assertThat(node.totp.confirm("alice", "")).isEmpty();
    assertThat(node.totp.confirm("bob", node.code(shown, 0))).isEmpty();
    assertThat(node.totp.isEnrolled("alice")).isFalse();
    assertThat(node.totp.confirm("alice", node.code(shown, 0))).isPresent();
  }

  @Test
  void confirm_twice_isOnce_andThatCodeLogsNobodyIn() {
    TotpEnrolment shown = node.totp.enroll("alice", "Shop");
    String code = node.code(shown, 0);

    assertThat(node.totp.confirm("alice", code)).isPresent();
    assertThat(node.totp.confirm("alice", code)).isEmpty();
    assertThat(node.codes.proves("alice", null, code)).isFalse();
    assertThat(node.codes.proves("alice", null, node.code(shown, 1))).isTrue();
  }

  @Test
  void confirm_afterAnHour_isTooLate() {
    TotpEnrolment shown = node.totp.enroll("alice", "Shop");
    node.clock.advance(Duration.ofHours(1));
    assertThat(node.totp.confirm("alice", node.code(shown, 0))).isEmpty();

    node.clock.advance(Duration.ofMillis(-1));
    assertThat(node.totp.confirm("alice", node.code(shown, 0))).isPresent();
  }

  @Test
  void enroll_again_makesWhatWasBegunWorthless() {
    TotpEnrolment first = node.totp.enroll("alice", "Shop");
    TotpEnrolment second = node.totp.enroll("alice", "Shop");

    assertThat(node.totp.confirm("alice", node.code(first, 0))).isEmpty();
    assertThat(node.totp.confirm("alice", node.code(second, 0))).isPresent();
  }

  @Test
  @Tag("S9")
  void enroll_whileEnrolled_keepsTheOldOneUntilTheNewIsConfirmed() {
    Enrolled old = node.enrolled("alice");
    TotpEnrolment shown = node.totp.enroll("alice", "Shop");

    assertThat(node.totp.isEnrolled("alice")).isTrue();
    assertThat(node.codes.proves("alice", null, node.code(shown, 0))).isFalse();
    assertThat(node.codes.proves("alice", null, node.code(old.app(), 0))).isTrue();
    assertThat(node.totp.recoveryCodesLeft("alice")).isEqualTo(10);

    node.events.clear();
    RecoveryCodes codes = node.totp.confirm("alice", node.code(shown, 0)).orElseThrow();
    assertThat(node.codes.proves("alice", null, node.code(old.app(), 1))).isFalse();
    assertThat(node.recovery.proves("alice", null, old.recovery().codes().get(0))).isFalse();
    assertThat(node.codes.proves("alice", null, node.code(shown, 1))).isTrue();
    assertThat(node.recovery.proves("alice", null, codes.codes().get(0))).isTrue();
    assertThat(node.events)
        .contains(new FactorChanged("alice", "otp", Change.REPLACED, node.clock.instant()));
  }

  @Test
  @Tag("S9")
  void remove_whatThereIs_leavesNothing_andSaysSo() {
    Enrolled had = node.enrolled("alice");
    node.totp.enroll("alice", "Shop");
    node.events.clear();

    assertThat(node.totp.remove("alice")).isTrue();
    assertThat(node.totp.isEnrolled("alice")).isFalse();
    assertThat(node.codes.proves("alice", null, node.code(had.app(), 0))).isFalse();
    assertThat(node.recovery.proves("alice", null, had.recovery().codes().get(0))).isFalse();
    assertThat(store.texts).isEmpty();
    assertThat(node.events)
        .containsExactly(new FactorChanged("alice", "otp", Change.REMOVED, node.clock.instant()));
    assertThat(node.totp.remove("alice")).isFalse();
  }

  @Test
  void remove_whatWasOnlyBegun_saysNothing() {
    node.totp.enroll("alice", "Shop");

    assertThat(node.totp.remove("alice")).isFalse();
    assertThat(store.texts).isEmpty();
    assertThat(node.events).isEmpty();
  }

  @Test
  @Tag("S9")
  void newRecoveryCodes_replaceTheOldOnes_andSaySo() {
    Enrolled had = node.enrolled("alice");
    node.recovery.proves("alice", null, had.recovery().codes().get(0));
    node.events.clear();
    RecoveryCodes codes = node.totp.newRecoveryCodes("alice").orElseThrow();

    assertThat(node.totp.recoveryCodesLeft("alice")).isEqualTo(10);
    assertThat(node.recovery.proves("alice", null, had.recovery().codes().get(1))).isFalse();
    assertThat(node.recovery.proves("alice", null, codes.codes().get(1))).isTrue();
    assertThat(node.events)
        .contains(
            new FactorChanged("alice", "recovery-code", Change.REPLACED, node.clock.instant()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\u0000b", "\ud800"})
  void enroll_aNameThatNoStoreKeeps_isRefused_andIsNotEnrolled(String name) {
    assertThatThrownBy(() -> node.totp.enroll(name, "Shop", "account"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 to 255 characters");
    assertThat(node.codes.isEnrolled(name)).isFalse();
    assertThat(node.recovery.proves(name, null, "7K01-M8XC-0VTD-3HZP")).isFalse();
  }

  @Test
  void whatIsShownOnce_printsNothingOfItself() {
    Enrolled shown = node.enrolled("alice");

    assertThat(shown.toString())
        .isEqualTo("Enrolled[app=TotpEnrolment[***], recovery=RecoveryCodes[***]]");
  }

  @Test
  void store_thatIsDown_isToldToWhoeverAsks() {
    node.enrolled("alice");
    store.isDown = true;

    assertThatThrownBy(() -> node.codes.isEnrolled("alice"))
        .isInstanceOf(StoreUnavailableException.class);
    assertThatThrownBy(() -> node.codes.proves("alice", null, "123456"))
        .isInstanceOf(StoreUnavailableException.class);
    assertThatThrownBy(() -> node.totp.enroll("alice", "Shop"))
        .isInstanceOf(StoreUnavailableException.class);
  }
}

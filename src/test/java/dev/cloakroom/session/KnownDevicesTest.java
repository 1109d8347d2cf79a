package dev.cloakroom.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.crypto.MacKey;
import dev.cloakroom.crypto.RandomIds;
import dev.cloakroom.testing.ManualClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What devices show is believed for the caller whom it is about, for a time. */
class KnownDevicesTest {
  private static final Duration LIFETIME = Duration.ofDays(30);
  private static final RandomIds RANDOM = new RandomIds();

  private final ManualClock clock = ManualClock.atNoon();
  private final MacKey key = new MacKey(RANDOM.salt(32));
  private final KnownDevices devices = new KnownDevices(key, RANDOM, clock, LIFETIME);

  private String afterLoginsOf(String... callers) {
    String shown = "";
    for (String caller : callers) {
      clock.advance(Duration.ofSeconds(1));
      shown = devices.with(caller, shown);
    }
    return shown;
  }

  @Test
  void isKnown_afterALogin_isSoForThatCallerAlone() {
    String shown = afterLoginsOf("alice");

    assertThat(devices.isKnown(shown, "alice")).isTrue();
    assertThat(devices.isKnown(shown, "bob")).isFalse();
    assertThat(devices.isKnown(shown, "Alice")).isFalse();
    assertThat(devices.isKnown("", "alice")).isFalse();
  }

  @Test
  void isKnown_whenTheLifetimeIsOver_isNot() {
    String shown = afterLoginsOf("alice");

    clock.advance(LIFETIME.minusSeconds(1));
    assertThat(devices.isKnown(shown, "alice")).isTrue();
    clock.advance(Duration.ofSeconds(1));
    assertThat(devices.isKnown(shown, "alice")).isFalse();
  }

  /** A lifetime that is made shorter counts for what was given out before. */
  @Test
  void isKnown_byAShorterLifetime_endsWithThat() {
    String shown = afterLoginsOf("alice");
    KnownDevices shorter = new KnownDevices(key, RANDOM, clock, Duration.ofDays(2));

    clock.advance(Duration.ofDays(1));
    assertThat(shorter.isKnown(shown, "alice")).isTrue();
    clock.advance(Duration.ofDays(1));
    assertThat(shorter.isKnown(shown, "alice")).isFalse();
  }

  @Test
  @Tag("G1")
  void isKnown_byAnotherKey_isNot() {
    KnownDevices rotated = new KnownDevices(new MacKey(RANDOM.salt(32)), RANDOM, clock, LIFETIME);

    assertThat(rotated.isKnown(afterLoginsOf("alice"), "alice")).isFalse();
  }

  @Test
  void isKnown_anyCharacterChanged_isNot() {
    String shown = afterLoginsOf("alice");
    for (int i = 0; i < shown.length(); i++) {
      char other = shown.charAt(i) == '1' ? '2' : '1';
      String forged = shown.substring(0, i) + other + shown.substring(i + 1);
      assertThat(devices.isKnown(forged, "alice")).as(forged).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "~",
        "~~~~",
        "..",
        "a.1.b",
        "\u0000",
        "x~y~z",
        "aaaaaaaaaaaaaaaaaaaaaa.999999999999.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "aaaaaaaaaaaaaaaaaaaaaa.9999999999999.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
      })
  void isKnown_anyOtherText_isNotAndHarmsNothing(String text) {
    assertThat(devices.isKnown(text, "alice")).isFalse();
    assertThat(devices.isKnown(devices.with("alice", text), "alice")).isTrue();
  }

  @Test
  @Tag("P10")
  void isKnown_aTextLongerThanAnyOfOurs_isNotLookedAt() {
    String shown = afterLoginsOf("alice");

    assertThat(devices.isKnown(shown + "~".repeat(240), "alice")).isTrue();
    assertThat(devices.isKnown(shown + "~".repeat(320), "alice")).isFalse();
  }

  @Test
  @Tag("C4")
  void with_severalCallers_keepsTheLastFour() {
    String shown = afterLoginsOf("alice", "bob", "carol", "dora", "emil");

    assertThat(List.of("alice", "bob", "carol", "dora", "emil"))
        .filteredOn(caller -> devices.isKnown(shown, caller))
        .containsExactly("bob", "carol", "dora", "emil");
    assertThat(shown.length()).isLessThan(400);
  }

  @Test
  void with_theSameCallerAgain_pushesNobodyOut() {
    String shown = afterLoginsOf("alice", "bob", "carol", "dora", "dora", "dora");

    assertThat(List.of("alice", "bob", "carol", "dora"))
        .allMatch(caller -> devices.isKnown(shown, caller));
    assertThat(shown.split("~", -1)).hasSize(4);
  }

  @Test
  void with_aLaterLogin_countsFromThen() {
    String first = afterLoginsOf("alice");
    clock.advance(LIFETIME.minusSeconds(1));
    String second = devices.with("alice", first);
    clock.advance(Duration.ofDays(1));

    assertThat(devices.isKnown(second, "alice")).isTrue();
    assertThat(devices.isKnown(first, "alice")).isFalse();
  }

  @Test
  @Tag("C9")
  void with_always_tellsNoNameAndNeverTheSame() {
    assertThat(afterLoginsOf("alice"))
        .doesNotContain("alice")
        .isNotEqualTo(devices.with("alice", ""));
    assertThat(afterLoginsOf("alice")).matches("[A-Za-z0-9_.~-]+");
  }
}

package dev.cloakroom.store.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ToldChangesTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final AtomicLong nanos = new AtomicLong();
  private final ToldChanges told = new ToldChanges(nanos::get, 10);

  @BeforeEach
  void connectedForAMinute() {
    told.connected();
    nanos.addAndGet(MINUTE.toNanos());
  }

  private boolean isKnown(long version) {
    return told.isKnownUnchanged("id", version, MINUTE);
  }

  @Test
  void isKnownUnchanged_nothingToldForLongEnough_isKnown() {
    assertThat(isKnown(1)).isTrue();
    assertThat(told.isKnownUnchanged("id", 1, MINUTE.plusNanos(1))).isFalse();
  }

  @Test
  void isKnownUnchanged_toldOfALaterVersion_isNot() {
    told.changed("id", 5);
    told.changed("id", 3);

    assertThat(isKnown(4)).isFalse();
    assertThat(isKnown(5)).isTrue();
  }

  @Test
  void isKnownUnchanged_toldOfAnUnknownVersion_isNot() {
    told.changed("id", ChangeListener.UNKNOWN_VERSION);

    assertThat(isKnown(1_000)).isFalse();
    assertThat(told.isKnownUnchanged("other", 1, MINUTE)).isTrue();
  }

  @Test
  void isKnownUnchanged_channelDownOrJustBack_isNot() {
    told.disconnected();
    assertThat(isKnown(1)).isFalse();
    told.connected();
    assertThat(isKnown(1)).isFalse();
    nanos.addAndGet(MINUTE.toNanos());
    assertThat(isKnown(1)).isTrue();
  }

  @Test
  void isKnownUnchanged_storeEmptied_isNotUntilLongEnoughAfter() {
    told.everythingChanged();
    assertThat(isKnown(1)).isFalse();
    nanos.addAndGet(MINUTE.toNanos());
    assertThat(isKnown(1)).isTrue();
  }

  /** What had to be forgotten for want of room may be any change. */
  @Test
  void isKnownUnchanged_moreToldThanCanBeRemembered_isNot() {
    for (int i = 0; i < 100; i++) {
      told.changed("other-" + i, 2);
    }

    assertThat(isKnown(1)).isFalse();
  }

  @Test
  void isKnownUnchanged_longerThanAnythingIsRemembered_isNot() {
    nanos.addAndGet(Duration.ofDays(2).toNanos());

    assertThat(told.isKnownUnchanged("id", 1, ToldChanges.MEMORY)).isTrue();
    assertThat(told.isKnownUnchanged("id", 1, ToldChanges.MEMORY.plusNanos(1))).isFalse();
  }
}

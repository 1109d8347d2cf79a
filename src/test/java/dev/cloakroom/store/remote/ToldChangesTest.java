package dev.cloakroom.store.remote;

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

  private void tellOfOthers(int count) {
    for (int i = 0; i < count; i++) {
      told.changed("other-" + i, 2);
    }
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
    tellOfOthers(100);

    assertThat(isKnown(1)).isFalse();
  }

  /** What is forgotten is the oldest; of the time since then everything is known. */
  @Test
  void isKnownUnchanged_onlyOldChangesForgotten_isKnown() {
    tellOfOthers(9);
    nanos.addAndGet(MINUTE.toNanos());
    tellOfOthers(20);
    assertThat(isKnown(1)).isFalse();

    nanos.addAndGet(MINUTE.toNanos());
    tellOfOthers(9);
    assertThat(isKnown(1)).isTrue();
    assertThat(told.isKnownUnchanged("id", 1, MINUTE.plusNanos(1))).isFalse();
  }

  /** The same record again and again takes the room of one. */
  @Test
  void isKnownUnchanged_oneRecordToldOfOften_forgetsNoOther() {
    told.changed("id", 2);
    for (int version = 1; version < 100; version++) {
      told.changed("other", version);
    }

    assertThat(isKnown(1)).isFalse();
    assertThat(isKnown(2)).isTrue();
  }

  @Test
  void isKnownUnchanged_changesTooOld_areForgottenWithTheTimeBefore() {
    told.changed("id", 2);
    nanos.addAndGet(ToldChanges.MEMORY.toNanos());
    told.changed("other", 2);
    assertThat(told.isKnownUnchanged("id", 1, MINUTE)).isFalse();

    nanos.incrementAndGet();
    told.changed("other", 3);
    assertThat(told.isKnownUnchanged("id", 1, ToldChanges.MEMORY)).isTrue();
    assertThat(told.isKnownUnchanged("id", 1, ToldChanges.MEMORY.plusNanos(2))).isFalse();
  }
}

package dev.cloakroom.store.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.store.OneTimeRecord;
import dev.cloakroom.store.OneTimeRecords;
import dev.cloakroom.store.OneTimeRecordsContract;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MemoryOneTimeRecordsTest extends OneTimeRecordsContract {
  private final MemoryOneTimeRecords memory = new MemoryOneTimeRecords(clock);

  @Override
  protected OneTimeRecords records() {
    return memory;
  }

  @Test
  @Tag("P10")
  void keep_forAMillionOwners_isBounded_alsoInTheIndex() {
    for (int i = 0; i < 1_000_000; i++) {
      memory.keep(recordOf("made-up-" + i, "reset"), FIVE);
    }

    assertThat(memory.size()).isBetween(1_000L, 100_000L);
  }

  @Test
  void keep_whatIsOver_isGone_alsoFromTheIndex() {
    for (int i = 0; i < 1_000; i++) {
      memory.keep(recordOf("made-up-" + i, "reset"), FIVE);
    }
    assertThat(memory.size()).isEqualTo(1_000);
    clock.advance(Duration.ofHours(1));

    assertThat(memory.size()).isZero();
  }

  @Test
  void keep_whatWasUsed_isGoneFromTheIndex() {
    for (int i = 0; i < 100; i++) {
      OneTimeRecord record = recordOf("alice", "reset");
      memory.keep(record, FIVE);
      memory.remove(record);
    }

    assertThat(memory.size()).isZero();
  }
}

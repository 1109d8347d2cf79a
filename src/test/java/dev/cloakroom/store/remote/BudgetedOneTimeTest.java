package dev.cloakroom.store.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.store.OneTimeRecord;
import dev.cloakroom.store.OneTimeRecords;
import dev.cloakroom.store.OneTimeRecords.Most;
import dev.cloakroom.store.memory.MemorySessionStore;
import dev.cloakroom.store.remote.SharedStore.Push;
import dev.cloakroom.testing.BreakableStore;
import dev.cloakroom.testing.ManualClock;
import dev.cloakroom.testing.SharedMemory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be used once, behind a time budget. */
class BudgetedOneTimeTest {
  private static final Duration SHORT = Duration.ofMillis(50);
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Most ONE = new Most(1, 1);
  private static final OneTimeRecord RECORD =
      new OneTimeRecord(
          "A".repeat(22), "alice", "reset", "-", Instant.parse("2100-01-01T00:00:00Z"), "proof");

  private final BreakableStore whole =
      new BreakableStore(new MemorySessionStore(ManualClock.atNoon()));
  private final SharedMemory connection = new SharedMemory(whole, Push.ABSENT);
  private final CountDownLatch released = new CountDownLatch(1);

  static List<Consumer<OneTimeRecords>> calls() {
    return List.of(
        records -> records.keep(RECORD, ONE),
        records -> records.find(RECORD.id()),
        records -> records.remove(RECORD),
        records -> records.removeAll("alice"),
        records -> records.removeAll("alice", "reset"));
  }

  @AfterEach
  void release() {
    released.countDown();
  }

  @Test
  void eachCall_isHandedOn() {
    try (BudgetedStore store = new BudgetedStore(connection, LONG)) {
      OneTimeRecords records = store.oneTime();
      records.keep(RECORD, ONE);

      assertThat(records.find(RECORD.id())).isEqualTo(RECORD);
      assertThat(records.remove(RECORD)).isTrue();
      records.keep(RECORD, ONE);
      assertThat(records.removeAll("alice", "login")).isZero();
      assertThat(records.removeAll("alice", "reset")).isOne();
      records.keep(RECORD, ONE);
      assertThat(records.removeAll("alice")).isOne();
    }
  }

  @ParameterizedTest
  @MethodSource("calls")
  @Timeout(30)
  void call_ofAStoreThatHangs_isUnavailableAfterTheBudget(Consumer<OneTimeRecords> call) {
    connection.answerAfter(released);
    try (BudgetedStore store = new BudgetedStore(connection, SHORT)) {
      assertThatThrownBy(() -> call.accept(store.oneTime()))
          .isInstanceOf(StoreUnavailableException.class)
          .hasCauseInstanceOf(TimeoutException.class)
          .hasMessageContaining("PT0.05S");
    }
  }

  @ParameterizedTest
  @MethodSource("calls")
  void call_ofAStoreThatFails_saysWhatTheStoreSaid(Consumer<OneTimeRecords> call) {
    whole.breakDown();
    try (BudgetedStore store = new BudgetedStore(connection, LONG)) {
      assertThatThrownBy(() -> call.accept(store.oneTime()))
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessage("The store is down.");
    }
  }
}

package dev.cloakroom.store.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.store.Records;
import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.store.memory.MemorySessionStore;
import dev.cloakroom.store.remote.SharedStore.Push;
import dev.cloakroom.testing.BreakableStore;
import dev.cloakroom.testing.ManualClock;
import dev.cloakroom.testing.SharedMemory;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BudgetedStoreTest {
  private static final Duration SHORT = Duration.ofMillis(50);
  private static final Duration LONG = Duration.ofSeconds(30);

  private final ManualClock clock = ManualClock.atNoon();
  private final BreakableStore whole = new BreakableStore(new MemorySessionStore(clock));
  private final SharedMemory connection = new SharedMemory(whole, Push.ABSENT);
  private final CountDownLatch released = new CountDownLatch(1);
  private final SessionRecord record = Records.login("alice", clock.instant());

  @AfterEach
  void release() {
    released.countDown();
  }

  @Test
  void find_inTime_isTheAnswer() {
    try (BudgetedStore store = new BudgetedStore(connection, LONG)) {
      assertThat(store.create(record)).isTrue();
      assertThat(store.find(record.id())).isEqualTo(record);
      assertThat(store.find("another-one")).isNull();
    }
  }

  @Test
  void find_storeHangs_isUnavailableAfterTheBudget() {
    connection.answerAfter(released);
    try (BudgetedStore store = new BudgetedStore(connection, SHORT)) {
      assertThatThrownBy(() -> store.find(record.id()))
          .isInstanceOf(StoreUnavailableException.class)
          .hasCauseInstanceOf(TimeoutException.class)
          .hasMessageContaining("PT0.05S");
    }
  }

  @Test
  void find_storeHangsAgainAndAgain_isNotEvenAsked() {
    connection.answerAfter(released);
    try (BudgetedStore store = new BudgetedStore(connection, SHORT)) {
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() -> store.find(record.id()))
            .isInstanceOf(StoreUnavailableException.class);
      }
      int before = connection.roundTrips();

      assertThatThrownBy(() -> store.find(record.id()))
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessageContaining("does not answer");
      assertThat(connection.roundTrips()).isEqualTo(before);
    }
  }

  @Test
  void find_storeFails_saysWhatTheStoreSaid() {
    whole.breakDown();
    try (BudgetedStore store = new BudgetedStore(connection, LONG)) {
      assertThatThrownBy(() -> store.find(record.id()))
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessage("The store is down.");
      whole.repair();
      assertThat(store.create(record)).isTrue();
    }
  }

  /** What no driver should throw is a fault of ours, and never somebody's login. */
  @Test
  void find_storeIsFaulty_isNotHiddenAsUnavailable() {
    connection.beforeAnswer(
        () -> {
          throw new ArithmeticException("a fault");
        });
    try (BudgetedStore store = new BudgetedStore(connection, LONG)) {
      assertThatThrownBy(() -> store.find(record.id()))
          .isInstanceOf(IllegalStateException.class)
          .hasRootCauseInstanceOf(ArithmeticException.class);
    }
  }

  @Test
  void find_closed_isUnavailable() {
    BudgetedStore store = new BudgetedStore(connection, LONG);
    store.close();

    assertThatThrownBy(() -> store.find(record.id())).isInstanceOf(StoreUnavailableException.class);
  }
}

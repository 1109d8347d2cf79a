package dev.cloakroom.identitystore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.cloakroom.testing.Await;
import dev.cloakroom.testing.Race;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class WorkLimitTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  private static Optional<Boolean> tried(WorkLimit limit) {
    return limit.run(() -> true);
  }

  @Test
  @Tag("P10")
  void run_manyAtOnce_areDoneBySoManyAtTheSameTime() throws Exception {
    WorkLimit limit = new WorkLimit(3, 100, LONG);
    AtomicInteger now = new AtomicInteger();
    List<Integer> most = Collections.synchronizedList(new ArrayList<>());
    Callable<Optional<Integer>> work =
        () ->
            limit.run(
                () -> {
                  most.add(now.incrementAndGet());
                  Thread.onSpinWait();
                  return now.decrementAndGet();
                });

    try (Race race = new Race(20)) {
      for (int round = 0; round < 50; round++) {
        assertThat(race.run(Collections.nCopies(20, work))).allMatch(Optional::isPresent);
      }
    }
    assertThat(most).hasSize(1_000).allMatch(atOnce -> atOnce <= 3);
  }

  /** One works, and one waits for it: for a third there is no room until both are done. */
  @Test
  @Tag("P10")
  void run_noRoomToWait_isNotDone_andIsOnceThereIsRoom() throws Exception {
    WorkLimit limit = new WorkLimit(1, 1, LONG);
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    Thread working = new Thread(() -> limit.run(() -> waited(begun, end)));
    Thread waiting = new Thread(() -> tried(limit));
    working.start();
    begun.await();
    waiting.start();
    awaitsItsTurn(waiting);

    assertThat(tried(limit)).isEmpty();
    end.countDown();
    working.join();
    waiting.join();
    assertThat(tried(limit)).contains(true);
  }

  /** One works, and one waits for it; who comes beside them waits for the same turn. */
  @Test
  @Tag("P1")
  @Tag("P10")
  void beside_whereThereIsNoRoom_hasRoom_andWaitsForTheSameTurns() throws Exception {
    WorkLimit limit = new WorkLimit(1, 0, LONG);
    WorkLimit beside = limit.beside();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    List<String> done = Collections.synchronizedList(new ArrayList<>());
    Thread working = new Thread(() -> limit.run(() -> waited(begun, end) && done.add("first")));
    Thread waiting = new Thread(() -> beside.run(() -> done.add("second")));
    working.start();
    begun.await();
    waiting.start();
    awaitsItsTurn(waiting);

    assertThat(tried(limit)).isEmpty();
    assertThat(done).isEmpty();
    end.countDown();
    working.join();
    waiting.join();
    assertThat(done).containsExactly("first", "second");
  }

  private static void awaitsItsTurn(Thread waiting) throws InterruptedException {
    assertThat(Await.atMost(LONG).until(() -> waiting.getState() == Thread.State.TIMED_WAITING))
        .isTrue();
  }

  private static boolean waited(CountDownLatch begun, CountDownLatch end) {
    begun.countDown();
    try {
      end.await();
      return true;
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  @Test
  void run_turnDoesNotCome_isNotDoneAndLeavesItsPlace() {
    WorkLimit limit = new WorkLimit(1, 1, Duration.ZERO);

    assertThat(limit.run(() -> List.of(tried(limit), tried(limit))))
        .contains(List.of(Optional.empty(), Optional.empty()));
    assertThat(tried(limit)).contains(true);
  }

  @Test
  void run_workThatThrows_givesItsTurnBack() {
    WorkLimit limit = new WorkLimit(1, 0, Duration.ZERO);

    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                limit.run(
                    () -> {
                      throw new IllegalStateException("away");
                    }));
    assertThat(tried(limit)).contains(true);
  }

  @Test
  void run_threadThatIsInterrupted_isNotDoneAndStaysInterrupted() {
    WorkLimit limit = new WorkLimit(1, 1, LONG);
    Thread.currentThread().interrupt();

    assertThat(tried(limit)).isEmpty();
    assertThat(Thread.interrupted()).isTrue();
  }
}

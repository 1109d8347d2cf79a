package dev.cloakroom.it.openid;

import dev.cloakroom.testing.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;

/** Several who go on calling until they are closed, and what each of them was told. */
final class Callers implements AutoCloseable {
  private static final Await LIMIT = Await.atMost(Duration.ofMinutes(1));

  private final List<Integer> told = Collections.synchronizedList(new ArrayList<>());
  private final ExecutorService threads;
  private volatile boolean over;

  private Callers(int count) {
    this.threads = Executors.newFixedThreadPool(count);
  }

  /** So many that call; -1 is what one is told whose call throws. */
  static Callers of(int count, IntSupplier call) {
    Callers callers = new Callers(count);
    IntStream.range(0, count).forEach(i -> callers.threads.execute(() -> callers.goOn(call)));
    return callers;
  }

  private void goOn(IntSupplier call) {
    while (!over) {
      try {
        told.add(call.getAsInt());
      } catch (RuntimeException | AssertionError failed) {
        told.add(-1);
      }
    }
  }

  /** Waits until they have been told something so many times more. */
  void awaitCalls(int more) throws InterruptedException {
    int before = told.size();
    if (!LIMIT.until(() -> told.size() >= before + more)) {
      throw new IllegalStateException("They are told nothing any more: " + told);
    }
  }

  List<Integer> told() {
    return List.copyOf(told);
  }

  @Override
  public void close() {
    over = true;
    threads.shutdown();
  }
}

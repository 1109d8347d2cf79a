package dev.cloakroom.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Lets several threads do something at the same moment, again and again. {@code
 * -Drace.rounds=10000} sets how often, whatever the race.
 */
public final class Race implements AutoCloseable {
  private static final String ROUNDS = "race.rounds";

  private final ExecutorService threads;
  private final CyclicBarrier start;

  /** A race of so many. */
  public Race(int racers) {
    this.threads = Executors.newFixedThreadPool(racers);
    this.start = new CyclicBarrier(racers);
  }

  /** How many rounds to run, where so many are usual. */
  public static int rounds(int usual) {
    return Integer.getInteger(ROUNDS, usual);
  }

  /** Runs one round with as many racers as the race has; gives what each brought. */
  public <T extends @Nullable Object> List<T> run(List<Callable<T>> racers) throws Exception {
    List<Future<T>> running = new ArrayList<>();
    for (Callable<T> racer : racers) {
      running.add(
          threads.submit(
              () -> {
                start.await();
                return racer.call();
              }));
    }
    List<T> results = new ArrayList<>();
    for (Future<T> one : running) {
      results.add(one.get());
    }
    return results;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}

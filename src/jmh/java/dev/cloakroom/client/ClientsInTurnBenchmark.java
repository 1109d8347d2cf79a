package dev.cloakroom.client;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/**
 * The cases of {@link ClientBenchmark} one after the other in each round, in another order each
 * time, so that neither a slow moment of the machine nor what came before counts for one of them
 * alone. At the end of each fork it prints the median of each, and by how much that is more than
 * the first one's.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ClientsInTurnBenchmark {
  private final ClientBenchmark clients = new ClientBenchmark();
  private final Random random = new Random(1);
  private List<Case> cases = List.of();
  private List<Case> order = new ArrayList<>();

  /** Whether the calls wait. */
  @Param({"true", "false"})
  boolean blocking;

  private boolean warm;

  /** A case, and how long each of its requests took, in nanoseconds. */
  private record Case(String name, Callable<String> request, List<Long> taken) {
    Case(String name, Callable<String> request) {
      this(name, request, new ArrayList<>());
    }

    void measure() throws Exception {
      long begun = System.nanoTime();
      request.call();
      taken.add(System.nanoTime() - begun);
    }

    double median() {
      return taken.stream().mapToLong(Long::longValue).sorted().toArray()[taken.size() / 2] / 1e3;
    }
  }

  /** Starts the server, and logs in. */
  @Setup
  public void open() {
    clients.open();
    cases =
        blocking
            ? List.of(
                new Case("bare", clients::bare),
                new Case("bareInTime", clients::bareInTime),
                new Case("bareNewRequest", clients::bareNewRequest),
                new Case("loginClient", clients::loginClient))
            : List.of(
                new Case("bareAsync", clients::bareAsync),
                new Case("loginClientAsync", clients::loginClientAsync));
    order = new ArrayList<>(cases);
  }

  /** Forgets what was measured while the code was new. */
  @Setup(Level.Iteration)
  public void begin(IterationParams iteration) {
    if (!warm) {
      cases.forEach(one -> one.taken().clear());
    }
    warm = iteration.getType() == IterationType.MEASUREMENT;
  }

  /** One request of each. */
  @Benchmark
  public int inTurn() throws Exception {
    Collections.shuffle(order, random);
    for (Case one : order) {
      one.measure();
    }
    return order.size();
  }

  /** Says what was found. */
  @TearDown
  public void close() {
    double first = cases.get(0).median();
    for (Case one : cases) {
      System.out.printf(
          Locale.ROOT,
          "%n%-18s %7.1f us, %+5.1f %%",
          one.name(),
          one.median(),
          (one.median() / first - 1) * 100);
    }
    System.out.println();
    clients.close();
  }
}

package dev.cloakroom.comparison;

import dev.cloakroom.benchmark.BenchmarkServers;
import dev.cloakroom.benchmark.Results;
import dev.cloakroom.cdi.Place;
import dev.cloakroom.cdi.StoreBenchmark;
import dev.cloakroom.demo.launch.Arguments;
import dev.cloakroom.demo.launch.LaunchException;
import dev.cloakroom.springsession.SpringSessionBenchmark;
import dev.cloakroom.testing.PostgresServer;
import dev.cloakroom.testing.RedisProcess;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Puts the look-up of a session side by side: in memory, on Redis and PostgreSQL, and with Spring
 * Session on the same Redis. JMH measures each in a process of its own; the rounds are interleaved.
 * Arguments: {@code [--rounds 7] [--threads 4] [--seconds 3]}; {@code --threads} is how many
 * requests come at once.
 */
public final class StoreComparison {
  private static final List<String> ARGUMENTS = List.of("--rounds", "--threads", "--seconds");
  static final String SPRING = "Spring Session";

  private final Arguments given;
  private final List<String> servers;

  private StoreComparison(Arguments given, List<String> servers) {
    this.given = given;
    this.servers = servers;
  }

  public static void main(String[] args) throws Exception {
    try (RedisProcess redis = RedisProcess.start();
        PostgresServer postgres = PostgresServer.start()) {
      List<String> servers =
          List.of(
              "-D" + BenchmarkServers.REDIS + "=" + redis.port(),
              "-D" + BenchmarkServers.POSTGRES + "=" + postgres.port());
      new StoreComparison(Arguments.parse(List.of(args), ARGUMENTS), servers).run();
    } catch (LaunchException refused) {
      System.err.println("Comparison of stores: " + refused.getMessage());
      System.exit(refused.exitCode());
    }
  }

  private void run() throws Exception {
    Map<String, Results.Case> cases = new LinkedHashMap<>();
    for (Place place : Place.values()) {
      cases.put(place.name(), () -> requestsPerSecond(place));
    }
    cases.put(SPRING, this::requestsPerSecondOfSpring);
    Results results = Results.inRounds(given.number("--rounds", 99, 7), cases);
    Map<String, String> bases = new LinkedHashMap<>();
    bases.put("memory", Place.MEMORY.name());
    bases.put(SPRING, SPRING);
    System.out.print(results.table(bases));
  }

  private double requestsPerSecond(Place place) throws RunnerException, LaunchException {
    return score(options(StoreBenchmark.class).param("place", place.name()));
  }

  private double requestsPerSecondOfSpring() throws RunnerException, LaunchException {
    return score(options(SpringSessionBenchmark.class));
  }

  private static double score(ChainedOptionsBuilder options) throws RunnerException {
    return new Runner(options.build()).runSingle().getPrimaryResult().getScore();
  }

  private ChainedOptionsBuilder options(Class<?> benchmark) throws LaunchException {
    TimeValue time = TimeValue.seconds(given.number("--seconds", 60, 3));
    return new OptionsBuilder()
        .include(benchmark.getName())
        .forks(1)
        .threads(given.number("--threads", 99, 4))
        .warmupIterations(1)
        .warmupTime(time)
        .measurementIterations(1)
        .measurementTime(time)
        .jvmArgsAppend(servers.toArray(String[]::new))
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT);
  }
}

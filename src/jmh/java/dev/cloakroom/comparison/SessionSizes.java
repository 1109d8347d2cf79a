package dev.cloakroom.comparison;

import dev.cloakroom.benchmark.BenchmarkServers;
import dev.cloakroom.cdi.MeasuredNode;
import dev.cloakroom.cdi.Place;
import dev.cloakroom.demo.launch.Arguments;
import dev.cloakroom.demo.launch.LaunchException;
import dev.cloakroom.springsession.SpringSessions;
import dev.cloakroom.testing.RedisProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Fills a Redis of its own with login sessions, each of another caller, and says how much memory
 * each takes; then with sessions of Spring Session that hold the same. Arguments: {@code
 * [--sessions 1000000] [--spring 100000]}.
 */
public final class SessionSizes {
  private static final int THREADS = 4;
  private static final int MOST = 100_000_000;

  private final RedisProcess redis;

  private SessionSizes(RedisProcess redis) {
    this.redis = redis;
  }

  public static void main(String[] args) throws Exception {
    try (RedisProcess redis = RedisProcess.start()) {
      Arguments given = Arguments.parse(List.of(args), List.of("--sessions", "--spring"));
      System.setProperty(BenchmarkServers.REDIS, String.valueOf(redis.port()));
      new SessionSizes(redis).run(given);
    } catch (LaunchException refused) {
      System.err.println("Sizes of sessions: " + refused.getMessage());
      System.exit(refused.exitCode());
    }
  }

  private void run(Arguments given) throws Exception {
    int sessions = given.number("--sessions", MOST, 1_000_000);
    System.out.println("Redis " + redis.info("redis_version"));
    try (MeasuredNode node = new MeasuredNode(Place.REDIS_COLD)) {
      fill("Cloakroom", sessions, node::browserLogin);
      fill("Cloakroom, with a refresh token", sessions / 10, node::apiLogin);
    }
    try (SpringSessions spring = new SpringSessions(redis.port())) {
      fill(StoreComparison.SPRING, given.number("--spring", MOST, 100_000), spring::login);
    }
  }

  /** Fills an empty server, and empties it again. */
  private void fill(String whose, int count, Consumer<String> login) throws Exception {
    login.accept("somebody before, so that connections and scripts are there");
    long before = usedMemory();
    long began = System.nanoTime();
    logIn(count, login);
    double seconds = (System.nanoTime() - began) / 1e9;
    long used = usedMemory() - before;
    System.out.printf(
        Locale.ROOT,
        "%-34s %,11d sessions %6.1f bytes each, %,d bytes in all, %,.0f logins/s%n",
        whose,
        count,
        (double) used / count,
        used,
        count / seconds);
    redis.command("FLUSHALL");
  }

  private long usedMemory() {
    return Long.parseLong(redis.info("used_memory"));
  }

  private static void logIn(int count, Consumer<String> login) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<Boolean>> parts = new ArrayList<>();
      for (int part = 0; part < THREADS; part++) {
        int first = part;
        parts.add(() -> logIn(first, count, login));
      }
      for (Future<Boolean> done : threads.invokeAll(parts, 1, TimeUnit.HOURS)) {
        done.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static boolean logIn(int first, int count, Consumer<String> login) {
    for (int i = first; i < count; i += THREADS) {
      login.accept("caller-%07d".formatted(i));
    }
    return true;
  }
}

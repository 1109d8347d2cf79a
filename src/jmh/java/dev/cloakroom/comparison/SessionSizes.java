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
 * Fills a Redis with login sessions, each of another caller, and says how much memory each takes;
 * then another one with sessions of Spring Session that hold the same. Nothing is left of them.
 * Arguments: {@code [--sessions 1000000] [--spring 100000]}.
 */
public final class SessionSizes {
  private static final int THREADS = 4;
  private static final int MOST = 100_000_000;

  private SessionSizes() {}

  public static void main(String[] args) throws Exception {
    try {
      Arguments given = Arguments.parse(List.of(args), List.of("--sessions", "--spring"));
      int sessions = given.number("--sessions", MOST, 1_000_000);
      int ofSpring = given.number("--spring", MOST, 100_000);
      cloakroom(sessions);
      spring(ofSpring);
    } catch (LaunchException refused) {
      System.err.println("Sizes of sessions: " + refused.getMessage());
      System.exit(refused.exitCode());
    }
  }

  private static void cloakroom(int sessions) throws Exception {
    try (RedisProcess redis = started();
        MeasuredNode node = new MeasuredNode(Place.REDIS_COLD)) {
      fill(redis, "Cloakroom", sessions, node::browserLogin);
    }
    try (RedisProcess redis = started();
        MeasuredNode node = new MeasuredNode(Place.REDIS_COLD)) {
      fill(redis, "Cloakroom, with a refresh token", sessions / 10, node::apiLogin);
    }
  }

  private static void spring(int sessions) throws Exception {
    try (RedisProcess redis = started();
        SpringSessions spring = new SpringSessions(redis.port())) {
      fill(redis, StoreComparison.SPRING, sessions, spring::login);
    }
  }

  private static RedisProcess started() {
    RedisProcess redis = RedisProcess.start();
    System.setProperty(BenchmarkServers.REDIS, String.valueOf(redis.port()));
    return redis;
  }

  private static void fill(RedisProcess redis, String whose, int count, Consumer<String> login)
      throws Exception {
    login.accept("somebody before, so that connections and scripts are there");
    long before = usedMemory(redis);
    long began = System.nanoTime();
    logIn(count, login);
    double seconds = (System.nanoTime() - began) / 1e9;
    long used = usedMemory(redis) - before;
    System.out.printf(
        Locale.ROOT,
        "Redis %s: %-32s %,11d sessions, %6.1f bytes each; %,.0f logins/s%n",
        redis.info("redis_version"),
        whose,
        count,
        (double) used / count,
        count / seconds);
  }

  private static long usedMemory(RedisProcess redis) {
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

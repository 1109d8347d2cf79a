package dev.cloakroom.benchmark;

import dev.cloakroom.testing.PostgresServer;
import dev.cloakroom.testing.RedisProcess;

/**
 * The Redis and the PostgreSQL that benchmarks use: those whose ports are given as system
 * properties, so that several processes can share them, or else this process's own.
 */
public final class BenchmarkServers {
  /** Names the port of Redis. */
  public static final String REDIS = "bench.redis-port";

  /** Names the port of PostgreSQL, whose user {@code postgres} needs no password. */
  public static final String POSTGRES = "bench.postgres-port";

  private BenchmarkServers() {}

  /** Where Redis listens on the loopback interface. */
  public static int redisPort() {
    Integer given = Integer.getInteger(REDIS);
    return given == null ? RedisProcess.shared().port() : given;
  }

  /** Where PostgreSQL listens on the loopback interface. */
  public static int postgresPort() {
    Integer given = Integer.getInteger(POSTGRES);
    return given == null ? PostgresServer.shared().port() : given;
  }
}

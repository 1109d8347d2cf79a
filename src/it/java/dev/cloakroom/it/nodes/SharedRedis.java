package dev.cloakroom.it.nodes;

import dev.cloakroom.it.probe.ProbeWar;
import dev.cloakroom.testing.CannedServer;
import dev.cloakroom.testing.DriverJars;
import dev.cloakroom.testing.FreePort;
import dev.cloakroom.testing.RedisProcess;
import java.nio.file.Path;

/** A Redis that writes each change to its disk before it answers. */
public final class SharedRedis implements BackEnd {
  private static final String LOADING = "-LOADING Redis is loading the dataset in memory";

  private final RedisProcess redis;

  /**
   * Starts one.
   *
   * @param folder where it writes
   */
  public SharedRedis(Path folder) {
    redis =
        RedisProcess.start(
            "--appendonly", "yes", "--appendfsync", "always", "--dir", folder.toString());
  }

  @Override
  public void addTo(ProbeWar war) {
    war.setting("cloakroom.store", "redis").setting("cloakroom.redis.uri", redis.uri());
    DriverJars.jedis().forEach(war::library);
  }

  @Override
  public void kill() {
    redis.kill();
  }

  @Override
  public void restart() {
    redis.restart();
  }

  @Override
  public void suspend() {
    redis.suspend();
  }

  @Override
  public void resume() {
    redis.resume();
  }

  @Override
  public Ongoing begin(Trouble trouble) throws Exception {
    return switch (trouble) {
      case ONLY_READS -> replica();
      case FULL -> full();
      case STARTING -> replacedBy(() -> CannedServer.at(redis.port(), command -> LOADING));
      case RESETTING -> replacedBy(() -> Impostor.resetting(redis.port()));
    };
  }

  private Ongoing replica() {
    redis.command("REPLICAOF", "127.0.0.1", Integer.toString(FreePort.any()));
    return () -> redis.command("REPLICAOF", "NO", "ONE");
  }

  private Ongoing full() {
    redis.command("CONFIG", "SET", "maxmemory", "1");
    return () -> redis.command("CONFIG", "SET", "maxmemory", "0");
  }

  @Override
  public void close() {
    redis.close();
  }
}

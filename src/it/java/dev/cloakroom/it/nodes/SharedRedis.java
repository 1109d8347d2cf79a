package dev.cloakroom.it.nodes;

import dev.cloakroom.it.probe.ProbeWar;
import dev.cloakroom.testing.DriverJars;
import dev.cloakroom.testing.RedisProcess;
import java.nio.file.Path;

/** A Redis that writes each change to its disk before it answers. */
final class SharedRedis implements BackEnd {

  private final RedisProcess redis;

  /**
   * Starts one.
   *
   * @param folder where it writes
   */
  SharedRedis(Path folder) {
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
  public void close() {
    redis.close();
  }
}

package dev.cloakroom.it.nodes;

import dev.cloakroom.it.probe.ProbeWar;
import dev.cloakroom.testing.RedisProcess;
import java.nio.file.Path;
import java.util.List;

/** A Redis that writes each change to its disk before it answers. */
final class SharedRedis implements BackEnd {

  /** One class of each library: the driver, and what it needs to be loaded. */
  private static final List<Class<?>> DRIVER =
      List.of(
          redis.clients.jedis.Connection.class,
          org.apache.commons.pool2.ObjectPool.class,
          org.slf4j.Logger.class,
          redis.clients.authentication.core.Token.class,
          com.google.gson.Gson.class,
          org.json.JSONObject.class);

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
    DRIVER.forEach(war::libraryOf);
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

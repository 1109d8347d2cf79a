package dev.cloakroom.store.redis;

import dev.cloakroom.config.RedisUri;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.exceptions.JedisException;

/** Knows which server has the application's keys and takes changes of them. */
interface Locator extends AutoCloseable {

  /**
   * Where that server is now.
   *
   * @throws JedisException if nobody could be asked, or nobody knows
   */
  HostAndPort locate();

  /** Whether it is known, without guessing, to be another one than the given by now. */
  default boolean hasMovedFrom(HostAndPort server) {
    return false;
  }

  @Override
  default void close() {}

  /** The one for a URI. */
  static Locator of(RedisUri uri, Dialing dialing, KeyNames keys) {
    return switch (uri.topology()) {
      case SINGLE -> () -> dialing.hosts().get(0);
      case SENTINEL -> new Sentinels(dialing, String.valueOf(uri.master()));
      case CLUSTER -> new ClusterSlots(dialing, keys.sessions());
    };
  }
}

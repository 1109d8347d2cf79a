package dev.cloakroom.store.redis;

import static java.lang.System.Logger.Level.DEBUG;

import java.io.IOException;
import redis.clients.jedis.Connection;
import redis.clients.jedis.exceptions.JedisException;

/** Closes connections, of which nothing is expected any more: a failure to do so harms nobody. */
final class Closing {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom.store.redis");

  private Closing() {}

  /** Also while another thread waits for an answer on it, which fails then. */
  static void quietly(Connection connection) {
    try {
      connection.forceDisconnect();
    } catch (IOException | JedisException e) {
      LOG.log(DEBUG, "A connection did not close.", e);
    }
  }
}

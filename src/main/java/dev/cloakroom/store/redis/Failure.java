package dev.cloakroom.store.redis;

import redis.clients.jedis.exceptions.JedisDataException;

/** What is known of a call that failed. */
enum Failure {
  /** It did nothing, because the server is not, or no longer, the right one; another may be. */
  WRONG_SERVER,
  /** The server refused it, and did nothing. */
  REFUSED,
  /** The server is set up in a way that it must not be used. */
  UNUSABLE,
  /** No answer came: it may have been done or not. */
  UNKNOWN_OUTCOME;

  /** What an error that a server answers means. */
  static Failure of(JedisDataException answer) {
    String text = String.valueOf(answer.getMessage());
    return saysWrongServer(text) ? WRONG_SERVER : REFUSED;
  }

  /** Scripts that fail put their own words before the code of the command, on some servers. */
  private static boolean saysWrongServer(String text) {
    return text.startsWith("MOVED ")
        || text.contains("READONLY ")
        || text.contains("MASTERDOWN ")
        || text.startsWith("LOADING ")
        || text.startsWith("CLUSTERDOWN ");
  }
}

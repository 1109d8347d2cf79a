package dev.cloakroom.store.redis;

import dev.cloakroom.config.RedisSettings;
import dev.cloakroom.store.remote.UnusableStoreException;
import java.util.HashMap;
import java.util.Map;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisAccessControlException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.util.SafeEncoder;

/** Looks whether a server can be trusted with sessions, by what it says of itself. Immutable. */
final class ServerCheck {
  private static final int OLDEST_MAJOR = 6;

  private final RedisSettings settings;

  ServerCheck(RedisSettings settings) {
    this.settings = settings;
  }

  /**
   * Looks at the server of a new connection.
   *
   * @throws UnusableStoreException if it must not be used
   * @throws JedisDataException if it cannot be used now: it is a replica, or still loads
   */
  void check(HostAndPort server, Connection connection) {
    Map<String, String> info = info(server, connection);
    if (info.isEmpty()) {
      return;
    }
    checkVersion(server, info.getOrDefault("redis_version", ""));
    checkEviction(server, info);
    if (info.getOrDefault("role", "master").equals("slave")) {
      throw new JedisDataException("READONLY it is a replica, and no changes are written to it");
    }
  }

  /** Nothing only if that was allowed beforehand. */
  private Map<String, String> info(HostAndPort server, Connection connection) {
    try {
      Object text = connection.executeCommand(new CommandArguments(Command.INFO));
      return parsed(SafeEncoder.encode((byte[]) text));
    } catch (JedisAccessControlException refused) {
      if (!String.valueOf(refused.getMessage()).startsWith("NOPERM")) {
        throw refused;
      }
      if (settings.allowEviction()) {
        return Map.of();
      }
      throw new UnusableStoreException(
          "The Redis at "
              + server
              + " does not let its user ask whether it may drop sessions for want of memory. Allow"
              + " it: ACL SETUSER <user> +info. Or accept that sessions may be dropped:"
              + " cloakroom.redis.allow-eviction=true");
    }
  }

  private static Map<String, String> parsed(String text) {
    Map<String, String> info = new HashMap<>();
    text.lines()
        .filter(line -> line.indexOf(':') > 0)
        .forEach(
            line ->
                info.put(
                    line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 1)));
    return info;
  }

  private static void checkVersion(HostAndPort server, String version) {
    int dot = version.indexOf('.');
    int major = dot > 0 ? Integer.parseInt(version.substring(0, dot)) : 0;
    if (major < OLDEST_MAJOR) {
      throw new UnusableStoreException(
          "The Redis at "
              + server
              + " has version "
              + (version.isEmpty() ? "(none)" : version)
              + ". Cloakroom needs Redis 6 or later, or Valkey.");
    }
  }

  private void checkEviction(HostAndPort server, Map<String, String> info) {
    String policy = info.getOrDefault("maxmemory_policy", "noeviction");
    boolean bounded = !info.getOrDefault("maxmemory", "0").equals("0");
    if (bounded && !policy.equals("noeviction") && !settings.allowEviction()) {
      throw new UnusableStoreException(
          "The Redis at "
              + server
              + " drops keys when its memory is full (maxmemory-policy="
              + policy
              + "), which logs callers out and undoes forced sign-outs. Set it to noeviction: CONFIG"
              + " SET maxmemory-policy noeviction. Or accept it: cloakroom.redis.allow-eviction=true");
    }
  }
}

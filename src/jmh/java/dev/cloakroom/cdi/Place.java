package dev.cloakroom.cdi;

import java.util.HashMap;
import java.util.Map;

/** Where a measured node looks for its sessions, by settings. */
public enum Place {
  /** In this process: what the others are compared with. */
  MEMORY("memory", Map.of()),
  /** In Redis, with the copies that a node keeps. */
  REDIS("redis", Map.of()),
  /** In PostgreSQL, with the copies that a node keeps. */
  POSTGRES("sql", Map.of()),
  /** In Redis, without copies: each request is the first of its session on this node. */
  REDIS_COLD("redis", Settings.COLD),
  /** The same, and each session is due to be touched: the most that a look-up ever costs. */
  REDIS_COLD_AND_TOUCHED("redis", Settings.COLD_AND_TOUCHED),
  /** In PostgreSQL, without copies. */
  POSTGRES_COLD("sql", Settings.COLD);

  private final Map<String, String> settings;

  Place(String store, Map<String, String> others) {
    Map<String, String> all = new HashMap<>(others);
    all.put("cloakroom.store", store);
    this.settings = Map.copyOf(all);
  }

  Map<String, String> settings() {
    return settings;
  }

  /** Whether a session that was looked up stays in the node's memory. */
  boolean keepsCopies() {
    return !settings.containsKey("cloakroom.near-cache.max-size");
  }

  private static final class Settings {
    private static final Map<String, String> COLD = Map.of("cloakroom.near-cache.max-size", "0");
    private static final Map<String, String> COLD_AND_TOUCHED =
        Map.of("cloakroom.near-cache.max-size", "0", "cloakroom.session.touch-interval", "PT0S");
  }
}

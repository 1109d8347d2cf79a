package dev.cloakroom.cdi;

import java.util.Map;

/** Where a measured node looks for its sessions. */
public enum Place {
  /** In this process: what the others are compared with. */
  MEMORY,
  /** In Redis, with the copies that a node keeps. */
  REDIS,
  /** In PostgreSQL, with the copies that a node keeps. */
  POSTGRES,
  /** In Redis, without copies: each request is the first of its session on this node. */
  REDIS_COLD,
  /** The same, and each session is due to be touched: the most that a look-up ever costs. */
  REDIS_COLD_AND_TOUCHED,
  /** In PostgreSQL, without copies. */
  POSTGRES_COLD;

  private static final String STORE = "cloakroom.store";
  private static final String COPIES = "cloakroom.near-cache.max-size";
  private static final String TOUCH = "cloakroom.session.touch-interval";

  Map<String, String> settings() {
    return switch (this) {
      case MEMORY -> Map.of(STORE, "memory");
      case REDIS -> Map.of(STORE, "redis");
      case POSTGRES -> Map.of(STORE, "sql");
      case REDIS_COLD -> Map.of(STORE, "redis", COPIES, "0");
      case REDIS_COLD_AND_TOUCHED -> Map.of(STORE, "redis", COPIES, "0", TOUCH, "PT0S");
      case POSTGRES_COLD -> Map.of(STORE, "sql", COPIES, "0");
    };
  }

  /** Whether a session that was looked up stays in the node's memory. */
  boolean keepsCopies() {
    return !settings().containsKey(COPIES);
  }
}

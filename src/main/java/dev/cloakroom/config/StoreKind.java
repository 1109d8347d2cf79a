package dev.cloakroom.config;

/** Where login sessions are kept. */
public enum StoreKind {
  /** In this process: gone when it ends, and not shared. */
  MEMORY,
  /** In a relational database, shared by all nodes. */
  SQL,
  /** In Redis or Valkey, shared by all nodes. */
  REDIS
}

package dev.cloakroom.config;

/** Where login sessions are kept. */
public enum StoreKind {
  /** In this process: gone when it ends, and not shared. */
  MEMORY
}

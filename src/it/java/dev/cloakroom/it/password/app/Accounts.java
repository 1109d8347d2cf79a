package dev.cloakroom.it.password.app;

/** What is stored of callers. */
public interface Accounts {

  /** Stores the hashes that there are at the start. */
  void fill();

  /** How often a caller's hash was replaced, a blank, and the hash. */
  String stored(String name);
}

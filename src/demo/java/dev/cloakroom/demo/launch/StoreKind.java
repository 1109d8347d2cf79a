package dev.cloakroom.demo.launch;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Where the nodes of the demo keep their login sessions. */
enum StoreKind {
  /** Where the environment says, such as by {@code CLOAKROOM_STORE}; else in memory. */
  ENVIRONMENT,
  /** Each node in its own memory. */
  MEMORY,
  /** In a Redis that is started for them. */
  REDIS,
  /** In a PostgreSQL that is started for them. */
  SQL;

  private static final String STORE = "CLOAKROOM_STORE";

  /** What says in the environment where the sessions are. */
  private static final List<String> VARIABLES =
      List.of(STORE, "CLOAKROOM_REDIS_URI", "CLOAKROOM_SQL_DATA_SOURCE", "DEMO_SQL_URL");

  /** The kinds as they are written, the default first. */
  static List<String> names() {
    return Arrays.stream(values()).map(StoreKind::written).toList();
  }

  static StoreKind named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  private String written() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Refuses what contradicts itself, and several nodes that would know nothing of each other.
   *
   * @param nodes how many are to share the store
   * @param environment of this process, which the nodes inherit
   */
  void requireFit(int nodes, Map<String, String> environment) throws LaunchException {
    requireAlone(environment);
    if (nodes > 1 && isInMemory(environment)) {
      throw new LaunchException(
          2,
          nodes
              + " nodes need a store that they share, and each would keep its login sessions in its"
              + " own memory. Add -Ddemo.store=redis or -Ddemo.store=sql, or name one of your own"
              + " by the environment: CLOAKROOM_STORE=redis"
              + " CLOAKROOM_REDIS_URI=redis://host:6379.");
    }
  }

  private void requireAlone(Map<String, String> environment) throws LaunchException {
    List<String> others =
        this == ENVIRONMENT
            ? List.of()
            : VARIABLES.stream().filter(environment::containsKey).toList();
    if (!others.isEmpty()) {
      throw new LaunchException(
          2,
          "-Ddemo.store=%s says where login sessions are kept, and so does %s in the environment. Leave out one of them."
              .formatted(written(), String.join(", ", others)));
    }
  }

  private boolean isInMemory(Map<String, String> environment) {
    String named = this == ENVIRONMENT ? environment.getOrDefault(STORE, "") : written();
    return Stream.of("", "memory").anyMatch(named.strip()::equals);
  }
}

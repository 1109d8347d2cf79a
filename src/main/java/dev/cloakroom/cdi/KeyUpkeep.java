package dev.cloakroom.cdi;

import dev.cloakroom.crypto.KeySource;
import dev.cloakroom.keyring.RotatingKeys;
import dev.cloakroom.session.SessionEnvironment;
import java.util.List;
import java.util.stream.Stream;

/**
 * Looks for keys that change, where they can: files and a store each on a thread of its own, so
 * that neither waits for the other. Must be closed.
 */
final class KeyUpkeep implements AutoCloseable {
  private final List<ChoreThread> threads;

  /**
   * Opens keys that the store has, and begins to look.
   *
   * @throws IllegalStateException if the store has keys that cannot be opened
   */
  KeyUpkeep(KeySource keys, SessionEnvironment sessions) {
    if (keys instanceof RotatingKeys rotating) {
      rotating.open(sessions.store().texts(), sessions.clock());
      threads =
          Stream.concat(
                  started("cloakroom-keys", keys), started("cloakroom-key-files", rotating.given()))
              .toList();
    } else {
      threads = started("cloakroom-keys", keys).toList();
    }
  }

  private static Stream<ChoreThread> started(String name, KeySource keys) {
    return keys.upkeepEvery().stream()
        .map(between -> new ChoreThread(name, between, keys::upkeep, "No keys were looked for."));
  }

  @Override
  public void close() {
    threads.forEach(ChoreThread::close);
  }
}

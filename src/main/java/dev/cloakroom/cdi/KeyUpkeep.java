package dev.cloakroom.cdi;

import dev.cloakroom.crypto.KeySource;
import dev.cloakroom.keyring.RotatingKeys;
import dev.cloakroom.session.SessionEnvironment;
import org.jspecify.annotations.Nullable;

/** Looks for keys that change, where they can. Must be closed. */
final class KeyUpkeep implements AutoCloseable {
  private final @Nullable ChoreThread thread;

  /**
   * Opens keys that the store has, and begins to look.
   *
   * @throws IllegalStateException if the store has keys that cannot be opened
   */
  KeyUpkeep(KeySource keys, SessionEnvironment sessions) {
    if (keys instanceof RotatingKeys rotating) {
      rotating.open(sessions.store().texts(), sessions.clock());
    }
    thread =
        keys.upkeepEvery()
            .map(
                between ->
                    new ChoreThread(
                        "cloakroom-keys", between, keys::upkeep, "No keys were looked for."))
            .orElse(null);
  }

  @Override
  public void close() {
    if (thread != null) {
      thread.close();
    }
  }
}

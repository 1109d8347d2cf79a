package dev.cloakroom.client;

import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a token store has of one client. Safe for use by several threads. */
final class SavedTokens {
  private final ReentrantLock saving = new ReentrantLock();
  private final TokenStore store;
  private volatile @Nullable Tokens saved;

  /**
   * What is to be kept in a store.
   *
   * @param first what it need not be told; null for nothing
   */
  SavedTokens(TokenStore store, @Nullable Tokens first) {
    this.store = store;
    this.saved = first;
  }

  /**
   * Saves what is there now, in whatever order it came, unless it is saved. If the store fails, the
   * next call tries again.
   */
  void save(Supplier<@Nullable Tokens> current) {
    if (Objects.equals(current.get(), saved)) {
      return;
    }
    saving.lock();
    try {
      Tokens now = current.get();
      if (!Objects.equals(now, saved)) {
        if (now == null) {
          store.clear();
        } else {
          store.save(now);
        }
        saved = now;
      }
    } finally {
      saving.unlock();
    }
  }
}

package dev.cloakroom.store.remote;

import dev.cloakroom.store.SessionStore;

/**
 * A store outside of this process, which other nodes write to as well.
 *
 * <p>Implementations are safe for use by several threads.
 */
public interface SharedStore extends SessionStore {

  /** Whether a store tells its readers of changes. */
  enum Push {
    /** It does, to {@link SharedStore#listen}. */
    SUPPORTED,
    /** It does not: who keeps copies must limit their age. */
    ABSENT
  }

  /** Whether this store tells of changes. */
  Push push();

  /**
   * Tells a listener of every change from the moment of its {@link ChangeListener#connected()} on,
   * those of this node included. The store connects by itself, again and again, until it is closed;
   * this method does not wait for it. Call it at most once, and only where push is supported.
   */
  void listen(ChangeListener listener);
}

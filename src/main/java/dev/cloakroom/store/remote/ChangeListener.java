package dev.cloakroom.store.remote;

/**
 * Hears what other nodes do to a store. Calls come one after the other, from a thread of the
 * store's; they return at once and do not throw.
 */
public interface ChangeListener {

  /** The version for {@link #changed} where the store does not know it. */
  long UNKNOWN_VERSION = Long.MAX_VALUE;

  /**
   * From now on every change is told. Changes before this moment may have been missed.
   *
   * <p>Whoever reads the store after this call sees all of those.
   */
  void connected();

  /** From now on changes may be missed. */
  void disconnected();

  /**
   * A record has changed or is gone.
   *
   * @param id the record's id
   * @param version the version that it has now, or {@link #UNKNOWN_VERSION}
   */
  void changed(String id, long version);

  /** Anything may have changed: the store was emptied, or many were ended at once. */
  void everythingChanged();
}

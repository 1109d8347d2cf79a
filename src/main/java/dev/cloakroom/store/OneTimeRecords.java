package dev.cloakroom.store;

import dev.cloakroom.StoreUnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what can be used once, for all nodes together: whoever {@link #remove removes} a record has
 * used it, and of several who try at the same moment one does.
 *
 * <p>A record goes by itself when its time is over. {@link StoreUnavailableException} means that
 * the store itself failed; whether something was kept or removed is then unknown. Implementations
 * are safe for use by several threads.
 */
public interface OneTimeRecords {

  /**
   * Keeps a new record. When this returns, there are no more than so many of its owner and purpose:
   * those that were kept first are gone, whatever the clocks of the nodes say.
   *
   * @param most how many there may be, this one included
   */
  void keep(OneTimeRecord record, Most most);

  /**
   * How many records of an owner and purpose there may be; both at least 1.
   *
   * @param ofHolder of the same holder
   * @param ofAll of all holders together
   */
  record Most(int ofHolder, int ofAll) {}

  /** The record of an id; null when there is none now. Never a copy of another moment. */
  @Nullable OneTimeRecord find(String id);

  /**
   * Removes a record.
   *
   * @return whether it was there, which is true for one of all who ask
   */
  boolean remove(OneTimeRecord record);

  /**
   * Removes all records of an owner.
   *
   * @return how many there were
   */
  int removeAll(String owner);

  /**
   * Removes an owner's records of one purpose.
   *
   * @return how many there were
   */
  int removeAll(String owner, String purpose);
}

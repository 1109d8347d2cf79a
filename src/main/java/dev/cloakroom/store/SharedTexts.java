package dev.cloakroom.store;

import dev.cloakroom.StoreUnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a few texts for all nodes together, each under a name of ours and until somebody replaces
 * it. Every change is a compare-and-set, so of several who make one at the same moment one does.
 *
 * <p>{@link StoreUnavailableException} means that the store itself failed; whether a text was
 * replaced is then unknown. Implementations are safe for use by several threads.
 */
public interface SharedTexts {

  /** How many characters a text may have; all of them ASCII. */
  int MAX_LENGTH = 16_000;

  /** The text of a name; null when there is none. Never a copy of another moment. */
  @Nullable String find(String name);

  /**
   * Puts a text in the place of another.
   *
   * @param expected what is there as far as the caller knows; null for nothing
   * @return false if something else is there; nothing is changed then
   */
  boolean replace(String name, @Nullable String expected, String next);
}

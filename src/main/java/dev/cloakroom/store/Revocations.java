package dev.cloakroom.store;

import dev.cloakroom.StoreUnavailableException;
import java.time.Instant;
import java.util.List;

/**
 * Moments up to which credentials are over that no record is kept of, such as the tokens of another
 * issuer: of one token, of a caller, of all.
 *
 * <p>A moment goes by itself when its time is over. {@link StoreUnavailableException} means that
 * the store itself failed; whether it was noted is then unknown. Implementations are safe for use
 * by several threads.
 */
public interface Revocations {

  /**
   * What each key begins with: no record of a session has such an id, so that a change of either is
   * told in the same way. A key is at most 64 characters of ASCII without spaces, and nothing that
   * must not be read.
   */
  String PREFIX = "r:";

  /** What is known of a key under which nothing is over. */
  Instant NEVER = Instant.MIN;

  /**
   * Notes that all under a key is over that was issued at or before a moment. Of several notes the
   * latest moment counts, for as long as the last of them is kept.
   *
   * @param moment in whole milliseconds; what is less is cut off
   * @param keptUntil when nothing issued by then can be shown any more
   */
  void revoke(String key, Instant moment, Instant keptUntil);

  /**
   * The moments up to which all is over under some keys, in their order; {@link #NEVER} where
   * nothing is. They may be copies, as old as a change takes to be told, or as copies may become.
   */
  List<Instant> of(List<String> keys);
}

package dev.cloakroom.store;

import dev.cloakroom.StoreUnavailableException;
import java.time.Duration;
import java.util.List;

/**
 * Counts attempts at something secret, such as a password, for all nodes together. An attempt is
 * counted before it is made, so that those made at the same time cannot be more than are allowed,
 * and taken back if it has not failed.
 *
 * <p>A counter goes by itself when its time is over. {@link StoreUnavailableException} means that
 * the store itself failed; whether the attempt was counted is then unknown. Implementations are
 * safe for use by several threads.
 */
public interface AttemptCounters {

  /**
   * Counts an attempt under each of several keys; under none if it has to wait by one of them. Who
   * has to wait does not wait any longer for having asked.
   *
   * @param limits at least one; no two of the same key
   * @return zero if the attempt was counted and may be made; else how long it has to wait
   */
  Duration count(List<AttemptLimit> limits);

  /** Takes an attempt back that {@link #count} has counted and that has not failed. */
  void takeBack(List<AttemptLimit> limits);
}

package dev.cloakroom.store;

import dev.cloakroom.StoreUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps login sessions. Every write is a compare-and-set, so that a late write can neither undo an
 * end nor bring an ended session back.
 *
 * <p>What every store promises:
 *
 * <ul>
 *   <li>An id that is not there is {@code null} or {@code false}, never an exception.
 *   <li>A record stays readable until {@link SessionRecord#keptUntil()} and is gone soon after, by
 *       itself. An ended record stays readable for a while too, so that its holder can be told why.
 *   <li>What a method has returned is visible to every later call on this node and, but for copies
 *       in {@link #find}, on every node.
 *   <li>{@link StoreUnavailableException} means that the store itself failed, and nothing else
 *       does. It comes within the store's time budget; whether a write took place is then unknown.
 * </ul>
 *
 * <p>Implementations are safe for use by several threads.
 */
public interface SessionStore extends AutoCloseable {

  /**
   * Whether this store can keep sessions of a caller of this name. It has none of one whose name it
   * cannot keep: better than a name that is kept changed and might be somebody else's. Asks nobody.
   */
  boolean canKeep(String callerName);

  /**
   * Keeps a new record.
   *
   * @return false if the caller's sessions were ended by {@link #endByCaller} or {@link #endBefore}
   *     at or after the moment this login began, if the id is taken, or if this store {@link
   *     #canKeep cannot keep} the caller's name; nothing is kept then
   */
  boolean create(SessionRecord created);

  /**
   * The record of an id, live or ended; null when the store has none now. A record may be a copy
   * that another node has just made old: who would refuse a credential because of it asks {@link
   * #findLatest} first. An end is final, and a {@link #replace} of an old copy fails.
   */
  @Nullable SessionRecord find(String id);

  /** As {@link #find}, but what the store has now, past any copy. */
  default @Nullable SessionRecord findLatest(String id) {
    return find(id);
  }

  /**
   * As {@link #find}, but a copy only where this store tells of changes: it may be as old as a
   * change takes to be told, and no older.
   */
  default @Nullable SessionRecord findTold(String id) {
    return find(id);
  }

  /**
   * Whether nothing newer of a record can exist, as far as this node was told, and it is told of
   * every change. Answers from memory; never asks the store.
   *
   * @param version what the asker knows of it
   * @param within how old what the asker knows is at most, clocks that differ included
   */
  default boolean isKnownUnchanged(String id, long version, Duration within) {
    return false;
  }

  /**
   * Puts a record in the place of its predecessor if that is still the stored one.
   *
   * @param next the successor; its version is one more than that of the record it was made from
   * @return false if the stored version is not {@code next.version() - 1}, or there is none
   */
  boolean replace(SessionRecord next);

  /** The records of a caller, live and ended, in no particular order. */
  List<SessionRecord> findByCaller(String callerName);

  /**
   * Ends all live sessions of a caller, and refuses the creation of any that began at or before
   * {@code end.at()}, so that a login under way does not slip through.
   *
   * @return the sessions ended by this call
   */
  List<SessionRecord> endByCaller(String callerName, End end);

  /**
   * Ends all live sessions, of every caller, that began before a moment, a portion with each call,
   * so that no call takes longer because there are more. From the first one's answer on, the
   * creation of any such session is refused. Who does not go on to the last portion may begin anew,
   * at any time.
   *
   * @param from null to begin with; then the {@link EndPortion#next()} of the call before, which
   *     was given the same moment and end
   */
  EndPortion endBefore(Instant moment, End end, @Nullable String from);

  /** Counts attempts to log in, and the like, where the sessions are. */
  AttemptCounters attempts();

  /** Keeps what can be used once, where the sessions are. */
  OneTimeRecords oneTime();

  /** Notes what is over of credentials that have no record here. */
  Revocations revocations();

  /** Keeps what the nodes agree on, where the sessions are. */
  SharedTexts texts();

  /** Gives up connections and threads; the application ends. What is kept stays kept. */
  @Override
  default void close() {}
}

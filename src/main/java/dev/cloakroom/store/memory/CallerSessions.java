package dev.cloakroom.store.memory;

import dev.cloakroom.store.End;
import dev.cloakroom.store.Login;
import dev.cloakroom.store.SessionRecord;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The index entry of one caller: an immutable value but for the set of ids, which grows in place so
 * that the thousandth login of one caller costs what the first did.
 *
 * @param ids the ids of their sessions, and perhaps of some that are gone
 * @param endedAt logins that began at or before this moment were all ended
 * @param keptUntil when the last of these sessions is over for good
 * @param pruneAt the number of ids at which those that are gone are dropped
 */
record CallerSessions(Set<String> ids, Instant endedAt, Instant keptUntil, int pruneAt) {

  private static final int FIRST_PRUNE = 16;

  static CallerSessions none() {
    return new CallerSessions(ConcurrentHashMap.newKeySet(), Instant.MIN, Instant.MIN, FIRST_PRUNE);
  }

  boolean refuses(Login login) {
    return !login.at().isAfter(endedAt);
  }

  CallerSessions with(SessionRecord record, Predicate<String> gone) {
    ids.add(record.id());
    Instant until = record.endsAt().plus(SessionRecord.AFTERLIFE);
    return new CallerSessions(ids, endedAt, later(keptUntil, until), pruned(gone));
  }

  /** Drops what is gone once the set has doubled, so that a login pays a constant share of it. */
  private int pruned(Predicate<String> gone) {
    if (ids.size() < pruneAt) {
      return pruneAt;
    }
    ids.removeIf(gone);
    return Math.max(FIRST_PRUNE, 2 * ids.size());
  }

  CallerSessions endedAt(Instant moment) {
    Instant until = moment.plus(End.LONGEST_LOGIN);
    return new CallerSessions(ids, later(endedAt, moment), later(keptUntil, until), pruneAt);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}

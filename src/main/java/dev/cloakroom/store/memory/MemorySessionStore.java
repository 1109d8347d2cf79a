package dev.cloakroom.store.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.cloakroom.store.AttemptCounters;
import dev.cloakroom.store.End;
import dev.cloakroom.store.EndPortion;
import dev.cloakroom.store.OneTimeRecords;
import dev.cloakroom.store.Revocations;
import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.store.SessionStore;
import dev.cloakroom.store.SharedTexts;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Login sessions in this server's memory. A record goes when its time is over, by Caffeine's timer
 * wheel and on the threads of whoever uses the store: there is no thread of its own to stop. No
 * record is ever evicted for room, since that would log somebody out; see {@code
 * src/docs/limits.md}.
 *
 * <p>Two maps: records by id, and ids by caller. The index is always written before the record is
 * readable and is only ever a superset: an id in it without a record is skipped, and dropped when
 * the caller's entry is next written. Locks are taken index first, so there is one order.
 *
 * <p>Safe for use by several threads.
 */
public final class MemorySessionStore implements SessionStore {

  private final Cache<String, SessionRecord> records;
  private final Cache<String, CallerSessions> callers;
  private final AttemptCounters attempts;
  private final OneTimeRecords oneTime;
  private final Revocations revocations;
  private final SharedTexts texts = new MemoryTexts();
  private volatile Instant endedBefore = Instant.MIN;

  /**
   * An empty store.
   *
   * @param clock tells when a record's time is over
   */
  public MemorySessionStore(Clock clock) {
    this.records = expiring(clock).expireAfter(UntilMoment.of(SessionRecord::keptUntil)).build();
    this.callers = expiring(clock).expireAfter(UntilMoment.of(CallerSessions::keptUntil)).build();
    this.attempts = new MemoryAttempts(clock);
    this.oneTime = new MemoryOneTimeRecords(clock);
    this.revocations = new MemoryRevocations(clock);
  }

  private static Caffeine<Object, Object> expiring(Clock clock) {
    // Work runs on the caller's thread: a task left in a shared pool would pin an undeployed WAR.
    return Caffeine.newBuilder()
        .ticker(() -> UntilMoment.nanos(clock.millis()))
        .executor(Runnable::run);
  }

  /** Any name will do. */
  @Override
  public boolean canKeep(String callerName) {
    return true;
  }

  @Override
  public boolean create(SessionRecord created) {
    return insert(created) && !withdrawn(created);
  }

  /** Under the caller's lock, so that it cannot fall between the mark and the sweep of an end. */
  private boolean insert(SessionRecord created) {
    boolean[] kept = {false};
    callers
        .asMap()
        .compute(
            created.login().callerName(),
            (name, found) -> {
              CallerSessions sessions = found == null ? CallerSessions.none() : found;
              kept[0] =
                  !sessions.refuses(created.login())
                      && records.asMap().putIfAbsent(created.id(), created) == null;
              return kept[0] ? sessions.with(created, this::isGone) : found;
            });
    return kept[0];
  }

  private boolean isGone(String id) {
    return records.getIfPresent(id) == null;
  }

  /** Asked again after the insertion: either this sees the mark, or the sweep sees the record. */
  private boolean withdrawn(SessionRecord created) {
    if (!created.login().at().isBefore(endedBefore)) {
      return false;
    }
    records.invalidate(created.id());
    return true;
  }

  @Override
  public @Nullable SessionRecord find(String id) {
    return records.getIfPresent(id);
  }

  @Override
  public boolean replace(SessionRecord next) {
    boolean[] replaced = {false};
    records
        .asMap()
        .computeIfPresent(
            next.id(),
            (id, stored) -> {
              replaced[0] = stored.version() == next.version() - 1;
              return replaced[0] ? next : stored;
            });
    return replaced[0];
  }

  @Override
  public List<SessionRecord> findByCaller(String callerName) {
    CallerSessions sessions = callers.getIfPresent(callerName);
    if (sessions == null) {
      return List.of();
    }
    return sessions.ids().stream().map(records::getIfPresent).filter(Objects::nonNull).toList();
  }

  @Override
  public List<SessionRecord> endByCaller(String callerName, End end) {
    CallerSessions marked =
        callers
            .asMap()
            .compute(
                callerName,
                (name, found) -> (found == null ? CallerSessions.none() : found).endedAt(end.at()));
    List<SessionRecord> ended = new ArrayList<>();
    for (String id : Objects.requireNonNull(marked).ids()) {
      SessionRecord record = records.getIfPresent(id);
      if (record != null) {
        addIfEnded(ended, record, end);
      }
    }
    return ended;
  }

  /** All of them are one portion: no call waits for anything here. */
  @Override
  public EndPortion endBefore(Instant moment, End end, @Nullable String from) {
    raiseMark(moment);
    List<SessionRecord> ended = new ArrayList<>();
    for (SessionRecord record : records.asMap().values()) {
      if (record.login().at().isBefore(moment)) {
        addIfEnded(ended, record, end);
      }
    }
    return new EndPortion(ended, null);
  }

  @Override
  public AttemptCounters attempts() {
    return attempts;
  }

  @Override
  public OneTimeRecords oneTime() {
    return oneTime;
  }

  @Override
  public Revocations revocations() {
    return revocations;
  }

  @Override
  public SharedTexts texts() {
    return texts;
  }

  private synchronized void raiseMark(Instant moment) {
    if (moment.isAfter(endedBefore)) {
      endedBefore = moment;
    }
  }

  private void addIfEnded(List<SessionRecord> ended, SessionRecord seen, End end) {
    SessionRecord now = seen;
    while (now != null && now.isLiveAt(end.at())) {
      SessionRecord over = now.ended(end);
      if (replace(over)) {
        ended.add(over);
        return;
      }
      now = records.getIfPresent(now.id());
    }
  }
}

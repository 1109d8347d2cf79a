package dev.cloakroom.store.remote;

import com.github.benmanes.caffeine.cache.Cache;
import dev.cloakroom.config.NearCacheSettings;
import dev.cloakroom.store.AttemptCounters;
import dev.cloakroom.store.End;
import dev.cloakroom.store.EndPortion;
import dev.cloakroom.store.OneTimeRecords;
import dev.cloakroom.store.Revocations;
import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.store.SessionStore;
import dev.cloakroom.store.SharedTexts;
import dev.cloakroom.store.remote.CallsUnderWay.Call;
import dev.cloakroom.store.remote.SharedStore.Push;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the records in use in this node's memory until the store tells of a change, or without push
 * for a limited time. Safe for use by several threads.
 */
public final class NearCache implements SessionStore, ChangeListener {
  private final SharedStore store;
  private final Cache<String, SessionRecord> copies;
  private final CallsUnderWay calls = new CallsUnderWay();
  private final ToldChanges told;
  private final NearRevocations revocations;
  private final boolean pushed;
  private volatile boolean open;

  /**
   * Keeps copies of a store's records; takes the store over: closing this closes that.
   *
   * @param clock tells when a record's own time is over
   * @param nanoTime measures the age of copies; must not go back
   */
  public NearCache(
      SharedStore store, NearCacheSettings settings, Clock clock, LongSupplier nanoTime) {
    this.store = store;
    this.told = ToldChanges.beside(settings.maxSize(), nanoTime);
    this.pushed = store.push() == Push.SUPPORTED;
    this.open = !pushed;
    this.revocations = NearRevocations.of(store, settings, nanoTime, () -> open);
    this.copies = CopyExpiry.copies(settings, clock, nanoTime, pushed);
    if (pushed) {
      store.listen(this);
    }
  }

  /** Whether copies are kept for as long as the store tells of changes. */
  public boolean isTold() {
    return pushed;
  }

  @Override
  public @Nullable SessionRecord find(String id) {
    SessionRecord copy = copies.getIfPresent(id);
    return copy == null ? findLatest(id) : copy;
  }

  @Override
  public @Nullable SessionRecord findLatest(String id) {
    try (Call call = calls.begin(id)) {
      SessionRecord found = store.find(id);
      if (found != null) {
        keep(found, call);
        return found;
      }
      forget(id);
      return null;
    }
  }

  @Override
  public @Nullable SessionRecord findTold(String id) {
    return pushed ? find(id) : findLatest(id);
  }

  @Override
  public boolean isKnownUnchanged(String id, long version, Duration within) {
    return told.isKnownUnchanged(id, version, within);
  }

  @Override
  public AttemptCounters attempts() {
    return store.attempts();
  }

  @Override
  public OneTimeRecords oneTime() {
    return store.oneTime();
  }

  @Override
  public Revocations revocations() {
    return revocations;
  }

  @Override
  public SharedTexts texts() {
    return store.texts();
  }

  @Override
  public boolean canKeep(String callerName) {
    return store.canKeep(callerName);
  }

  @Override
  public boolean create(SessionRecord created) {
    try (Call call = calls.begin(created.id())) {
      boolean done = store.create(created);
      if (done) {
        keep(created, call);
      }
      return done;
    }
  }

  /** Whatever comes of it: the copy from before is not to be trusted any more. */
  @Override
  public boolean replace(SessionRecord next) {
    boolean done = false;
    try (Call call = calls.begin(next.id())) {
      done = store.replace(next);
      if (done) {
        tellItself(next);
        keep(next, call);
      }
    } finally {
      if (!done) {
        forget(next.id());
      }
    }
    return done;
  }

  @Override
  public List<SessionRecord> findByCaller(String callerName) {
    return store.findByCaller(callerName);
  }

  @Override
  public List<SessionRecord> endByCaller(String callerName, End end) {
    List<SessionRecord> ended = store.endByCaller(callerName, end);
    forget(ended);
    return ended;
  }

  /** With the first portion all of them may be over, whoever is named by it. */
  @Override
  public EndPortion endBefore(Instant moment, End end, @Nullable String from) {
    EndPortion portion = store.endBefore(moment, end, from);
    if (from == null) {
      everythingChanged();
    }
    forget(portion.ended());
    return portion;
  }

  @Override
  public void close() {
    store.close();
    disconnected();
  }

  @Override
  public void connected() {
    everythingChanged();
    told.connected();
    open = true;
  }

  @Override
  public void disconnected() {
    open = false;
    told.disconnected();
    everythingChanged();
  }

  @Override
  public void changed(String id, long version) {
    told.changed(id, version);
    calls.changed(id, version);
    dropOlder(id, version);
    revocations.changed(id);
  }

  @Override
  public void everythingChanged() {
    told.everythingChanged();
    calls.everythingChanged();
    copies.invalidateAll();
    revocations.everythingChanged();
  }

  private void forget(List<SessionRecord> ended) {
    for (SessionRecord record : ended) {
      tellItself(record);
      forget(record.id());
    }
  }

  /** What this node did counts before the store tells it, also where it tells nobody. */
  private void tellItself(SessionRecord changed) {
    calls.changed(changed.id(), changed.version());
    if (pushed) {
      told.changed(changed.id(), changed.version());
    }
  }

  private void dropOlder(String id, long version) {
    SessionRecord copy = copies.asMap().get(id);
    if (copy != null && copy.version() < version) {
      copies.asMap().remove(id, copy);
    }
  }

  private void forget(String id) {
    calls.changed(id, UNKNOWN_VERSION);
    copies.invalidate(id);
  }

  /** Looked at again afterwards: a change told between the look and the insertion found no copy. */
  private void keep(SessionRecord record, Call call) {
    if (!isCurrent(record, call)) {
      dropOlder(record.id(), record.version());
      return;
    }
    copies.asMap().merge(record.id(), record, NearCache::newer);
    if (!isCurrent(record, call)) {
      copies.invalidate(record.id());
    }
  }

  private boolean isCurrent(SessionRecord answered, Call call) {
    return open && !call.isOvertaken(answered.version());
  }

  /** Keeps neither when the one found is the older: the kept one would get a second life. */
  private static @Nullable SessionRecord newer(SessionRecord kept, SessionRecord found) {
    return found.version() >= kept.version() ? found : null;
  }
}

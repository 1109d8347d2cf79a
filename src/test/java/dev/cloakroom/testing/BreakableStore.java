package dev.cloakroom.testing;

import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.store.AttemptCounters;
import dev.cloakroom.store.AttemptLimit;
import dev.cloakroom.store.End;
import dev.cloakroom.store.EndPortion;
import dev.cloakroom.store.OneTimeRecords;
import dev.cloakroom.store.Revocations;
import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.store.SessionStore;
import dev.cloakroom.store.SharedTexts;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A store that fails like one behind a cut network, once it is told to. */
public final class BreakableStore implements SessionStore {
  private final SessionStore whole;
  private volatile boolean broken;
  private volatile boolean readOnly;
  private volatile boolean listless;
  private volatile @Nullable String unstorable;
  private final AtomicInteger outrun = new AtomicInteger();
  private volatile boolean slow;

  /** A store that works as another until it breaks. */
  public BreakableStore(SessionStore whole) {
    this.whole = whole;
  }

  /** Has every call fail from now on. */
  public void breakDown() {
    broken = true;
  }

  /** Has every call fail from now on that changes something. */
  public void refuseChanges() {
    readOnly = true;
  }

  /** Has the calls fail that list a caller's sessions, from now on. */
  public void refuseLists() {
    listless = true;
  }

  /** Has another change come before each one of this store's from now on. */
  public void comeTooLate() {
    slow = true;
  }

  /** How many changes came too late. */
  public int outrun() {
    return outrun.get();
  }

  /** Has every call work again. */
  public void repair() {
    broken = false;
    readOnly = false;
    listless = false;
    slow = false;
  }

  private SessionStore reached() {
    if (broken) {
      throw new StoreUnavailableException("The store is down.", new IOException("cut"));
    }
    return whole;
  }

  private SessionStore changed() {
    if (readOnly) {
      throw new StoreUnavailableException("The store only reads.", new IOException("read-only"));
    }
    return reached();
  }

  @Override
  public AttemptCounters attempts() {
    return new AttemptCounters() {
      @Override
      public Duration count(List<AttemptLimit> limits) {
        return changed().attempts().count(limits);
      }

      @Override
      public void takeBack(List<AttemptLimit> limits) {
        changed().attempts().takeBack(limits);
      }
    };
  }

  /** Fails at once: whoever keeps it for longer is not told. */
  @Override
  public OneTimeRecords oneTime() {
    return changed().oneTime();
  }

  @Override
  public Revocations revocations() {
    return new Revocations() {
      @Override
      public void revoke(String key, Instant moment, Instant keptUntil) {
        changed().revocations().revoke(key, moment, keptUntil);
      }

      @Override
      public List<Instant> of(List<String> keys) {
        return reached().revocations().of(keys);
      }
    };
  }

  @Override
  public SharedTexts texts() {
    return new SharedTexts() {
      @Override
      public @Nullable String find(String name) {
        return reached().texts().find(name);
      }

      @Override
      public boolean replace(String name, @Nullable String expected, String next) {
        return changed().texts().replace(name, expected, next);
      }
    };
  }

  /** Has it keep no sessions of a caller from now on, as if it had no form for the name. */
  public void cannotKeep(String callerName) {
    unstorable = callerName;
  }

  @Override
  public boolean canKeep(String callerName) {
    return !callerName.equals(unstorable) && whole.canKeep(callerName);
  }

  @Override
  public boolean create(SessionRecord created) {
    return changed().create(created);
  }

  @Override
  public @Nullable SessionRecord find(String id) {
    return reached().find(id);
  }

  @Override
  public boolean replace(SessionRecord next) {
    if (slow) {
      outrun.incrementAndGet();
      return false;
    }
    return changed().replace(next);
  }

  @Override
  public List<SessionRecord> findByCaller(String callerName) {
    if (listless) {
      throw new StoreUnavailableException("The store lists nothing.", new IOException("slow"));
    }
    return reached().findByCaller(callerName);
  }

  @Override
  public List<SessionRecord> endByCaller(String callerName, End end) {
    return changed().endByCaller(callerName, end);
  }

  @Override
  public EndPortion endBefore(Instant moment, End end, @Nullable String from) {
    return changed().endBefore(moment, end, from);
  }
}

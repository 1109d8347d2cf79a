package dev.cloakroom.store.remote;

import dev.cloakroom.store.AttemptCounters;
import dev.cloakroom.store.AttemptLimit;
import dev.cloakroom.store.End;
import dev.cloakroom.store.EndPortion;
import dev.cloakroom.store.OneTimeRecord;
import dev.cloakroom.store.OneTimeRecords;
import dev.cloakroom.store.Revocations;
import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.store.SharedTexts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Gives each call of a store a time budget that nothing can exceed: waiting for a connection, a
 * name server or a store that hangs included. Safe for use by several threads.
 *
 * @see TimedCalls
 */
public final class BudgetedStore implements SharedStore {
  private final SharedStore store;
  private final TimedCalls calls;
  private final AttemptCounters attempts = new BudgetedAttempts();
  private final OneTimeRecords oneTime = new BudgetedOneTimeRecords();
  private final Revocations revocations = new BudgetedRevocations();
  private final SharedTexts texts = new BudgetedTexts();

  /**
   * Limits the calls of a store, which it takes over: closing this closes that.
   *
   * @param budget how long one call may take
   */
  public BudgetedStore(SharedStore store, Duration budget) {
    this.store = store;
    this.calls = new TimedCalls("The store of login sessions", budget);
  }

  @Override
  public boolean canKeep(String callerName) {
    return store.canKeep(callerName);
  }

  @Override
  public boolean create(SessionRecord created) {
    return inTime(() -> store.create(created));
  }

  @Override
  public @Nullable SessionRecord find(String id) {
    return inTime(() -> store.find(id));
  }

  @Override
  public boolean replace(SessionRecord next) {
    return inTime(() -> store.replace(next));
  }

  @Override
  public List<SessionRecord> findByCaller(String callerName) {
    return inTime(() -> store.findByCaller(callerName));
  }

  @Override
  public List<SessionRecord> endByCaller(String callerName, End end) {
    return inTime(() -> store.endByCaller(callerName, end));
  }

  @Override
  public EndPortion endBefore(Instant moment, End end, @Nullable String from) {
    return inTime(() -> store.endBefore(moment, end, from));
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

  @Override
  public Push push() {
    return store.push();
  }

  @Override
  public void listen(ChangeListener listener) {
    store.listen(listener);
  }

  @Override
  public void close() {
    calls.close();
    store.close();
  }

  /** The store's counters, each call of them limited as those of the store are. */
  private final class BudgetedAttempts implements AttemptCounters {
    @Override
    public Duration count(List<AttemptLimit> limits) {
      return inTime(() -> store.attempts().count(limits));
    }

    @Override
    public void takeBack(List<AttemptLimit> limits) {
      inTime(
          () -> {
            store.attempts().takeBack(limits);
            return true;
          });
    }
  }

  /** The same for what can be used once. */
  private final class BudgetedOneTimeRecords implements OneTimeRecords {
    @Override
    public void keep(OneTimeRecord record, Most most) {
      inTime(
          () -> {
            store.oneTime().keep(record, most);
            return true;
          });
    }

    @Override
    public @Nullable OneTimeRecord find(String id) {
      return inTime(() -> store.oneTime().find(id));
    }

    @Override
    public boolean remove(OneTimeRecord record) {
      return inTime(() -> store.oneTime().remove(record));
    }

    @Override
    public int removeAll(String owner) {
      return inTime(() -> store.oneTime().removeAll(owner));
    }

    @Override
    public int removeAll(String owner, String purpose) {
      return inTime(() -> store.oneTime().removeAll(owner, purpose));
    }
  }

  /** The same for what is revoked. */
  private final class BudgetedRevocations implements Revocations {
    @Override
    public void revoke(String key, Instant moment, Instant keptUntil) {
      inTime(
          () -> {
            store.revocations().revoke(key, moment, keptUntil);
            return true;
          });
    }

    @Override
    public List<Instant> of(List<String> keys) {
      return inTime(() -> store.revocations().of(keys));
    }
  }

  /** The same for what the nodes agree on. */
  private final class BudgetedTexts implements SharedTexts {
    @Override
    public @Nullable String find(String name) {
      return inTime(() -> store.texts().find(name));
    }

    @Override
    public boolean replace(String name, @Nullable String expected, String next) {
      return inTime(() -> store.texts().replace(name, expected, next));
    }
  }

  private <T extends @Nullable Object> T inTime(Callable<T> call) {
    return calls.inTime(call);
  }
}

package dev.cloakroom.testing;

import dev.cloakroom.store.AttemptCounters;
import dev.cloakroom.store.End;
import dev.cloakroom.store.EndPortion;
import dev.cloakroom.store.OneTimeRecords;
import dev.cloakroom.store.Revocations;
import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.store.SessionStore;
import dev.cloakroom.store.SharedTexts;
import dev.cloakroom.store.remote.ChangeListener;
import dev.cloakroom.store.remote.SharedStore;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One node's connection to a store that stands for one outside of this process: it counts the round
 * trips, and tells the other nodes of a change when the test says so.
 */
public final class SharedMemory implements SharedStore {
  private final SessionStore whole;
  private final Push push;
  private final AtomicInteger roundTrips = new AtomicInteger();
  private final List<ChangeListener> listeners = new ArrayList<>();
  private final Queue<SessionRecord> toBeNamed = new ArrayDeque<>();
  private final ThreadLocal<Boolean> meanwhile = ThreadLocal.withInitial(() -> false);
  private Runnable beforeAnswer = () -> {};

  /** A connection to a store, which other connections may share. */
  public SharedMemory(SessionStore whole, Push push) {
    this.whole = whole;
    this.push = push;
  }

  /** How many calls there were. */
  public int roundTrips() {
    return roundTrips.get();
  }

  /** Does something each time after the store was read or changed and before its answer arrives. */
  public void beforeAnswer(Runnable action) {
    beforeAnswer = action;
  }

  /** Has no answer arrive until the latch opens, or whoever waits for it is interrupted. */
  public void answerAfter(CountDownLatch released) {
    beforeAnswer(
        () -> {
          try {
            released.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  /** Tells this node what another did. */
  public void tell(SessionRecord changed) {
    listeners.forEach(listener -> listener.changed(changed.id(), changed.version()));
  }

  /** Tells this node that another did something to a record, but not what. */
  public void tellUnknown(SessionRecord changed) {
    listeners.forEach(listener -> listener.changed(changed.id(), ChangeListener.UNKNOWN_VERSION));
  }

  /** Tells this node that the store was emptied. */
  public void tellAll() {
    listeners.forEach(ChangeListener::everythingChanged);
  }

  /** Cuts the channel of changes. */
  public void disconnect() {
    listeners.forEach(ChangeListener::disconnected);
  }

  /** Restores the channel of changes. */
  public void connect() {
    listeners.forEach(ChangeListener::connected);
  }

  private SessionStore asked() {
    roundTrips.incrementAndGet();
    return whole;
  }

  /** What is done meanwhile may be another call of the same thread, which is answered at once. */
  private void answering() {
    if (!meanwhile.get()) {
      meanwhile.set(true);
      beforeAnswer.run();
      meanwhile.remove();
    }
  }

  @Override
  public AttemptCounters attempts() {
    return asked().attempts();
  }

  /** As with records: something may happen before the answer arrives. */
  @Override
  public Revocations revocations() {
    return new Revocations() {
      @Override
      public void revoke(String key, Instant moment, Instant keptUntil) {
        asked().revocations().revoke(key, moment, keptUntil);
        answering();
      }

      @Override
      public List<Instant> of(List<String> keys) {
        List<Instant> found = asked().revocations().of(keys);
        answering();
        return found;
      }
    };
  }

  /** Tells this node that what is over under a key has changed. */
  public void tellRevoked(String key) {
    listeners.forEach(listener -> listener.changed(key, ChangeListener.UNKNOWN_VERSION));
  }

  @Override
  public SharedTexts texts() {
    return asked().texts();
  }

  @Override
  public OneTimeRecords oneTime() {
    OneTimeRecords records = asked().oneTime();
    answering();
    return records;
  }

  @Override
  public boolean canKeep(String callerName) {
    return whole.canKeep(callerName);
  }

  @Override
  public boolean create(SessionRecord created) {
    return asked().create(created);
  }

  @Override
  public @Nullable SessionRecord find(String id) {
    SessionRecord found = asked().find(id);
    answering();
    return found;
  }

  @Override
  public boolean replace(SessionRecord next) {
    boolean done = asked().replace(next);
    answering();
    return done;
  }

  @Override
  public List<SessionRecord> findByCaller(String callerName) {
    return asked().findByCaller(callerName);
  }

  @Override
  public List<SessionRecord> endByCaller(String callerName, End end) {
    return asked().endByCaller(callerName, end);
  }

  /** As in Redis, they are over with the first portion, and named by the others. */
  @Override
  public EndPortion endBefore(Instant moment, End end, @Nullable String from) {
    if (from == null) {
      toBeNamed.addAll(asked().endBefore(moment, end, null).ended());
      return portion(List.of());
    }
    roundTrips.incrementAndGet();
    beforeAnswer.run();
    return portion(List.of(toBeNamed.remove()));
  }

  private EndPortion portion(List<SessionRecord> named) {
    return new EndPortion(named, toBeNamed.isEmpty() ? null : "the next one");
  }

  @Override
  public Push push() {
    return push;
  }

  @Override
  public void listen(ChangeListener listener) {
    listeners.add(listener);
    listener.connected();
  }
}

package dev.cloakroom.store.redis;

import dev.cloakroom.config.NearCacheSettings;
import dev.cloakroom.store.AttemptCounters;
import dev.cloakroom.store.End;
import dev.cloakroom.store.EndPortion;
import dev.cloakroom.store.OneTimeRecords;
import dev.cloakroom.store.Revocations;
import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.store.SharedTexts;
import dev.cloakroom.store.remote.ChangeListener;
import dev.cloakroom.store.remote.NearCache;
import dev.cloakroom.store.remote.SharedStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A node with its near cache; shows what it hears of others, and how often it reads the store. */
final class WatchedNode implements SharedStore {
  static final String CONNECTED = "connected";
  static final String DISCONNECTED = "disconnected";
  static final String EVERYTHING = "everything";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final RedisSessionStore store;
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final AtomicInteger reads = new AtomicInteger();
  private final NearCache cache;

  WatchedNode(String uri, Clock clock) {
    this.store = RedisStores.at(uri, clock);
    NearCacheSettings settings = new NearCacheSettings(1_000, Duration.ofSeconds(1));
    this.cache = new NearCache(this, settings, clock, System::nanoTime);
    await(CONNECTED);
  }

  NearCache cache() {
    return cache;
  }

  int reads() {
    return reads.get();
  }

  /** Waits until it hears something, whatever it hears before; says how long that took. */
  Duration await(String expected) {
    long start = System.nanoTime();
    try {
      String next = "";
      while (!expected.equals(next)) {
        next = heard.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        if (next == null) {
          throw new AssertionError("never heard: " + expected);
        }
      }
      return Duration.ofNanos(System.nanoTime() - start);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public boolean canKeep(String callerName) {
    return store.canKeep(callerName);
  }

  @Override
  public boolean create(SessionRecord created) {
    return store.create(created);
  }

  @Override
  public @Nullable SessionRecord find(String id) {
    reads.incrementAndGet();
    return store.find(id);
  }

  @Override
  public boolean replace(SessionRecord next) {
    return store.replace(next);
  }

  @Override
  public List<SessionRecord> findByCaller(String callerName) {
    return store.findByCaller(callerName);
  }

  @Override
  public List<SessionRecord> endByCaller(String callerName, End end) {
    return store.endByCaller(callerName, end);
  }

  @Override
  public EndPortion endBefore(Instant moment, End end, @Nullable String from) {
    return store.endBefore(moment, end, from);
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
    return store.revocations();
  }

  @Override
  public SharedTexts texts() {
    return store.texts();
  }

  @Override
  public Push push() {
    return store.push();
  }

  @Override
  public void listen(ChangeListener listener) {
    store.listen(new Witness(listener));
  }

  @Override
  public void close() {
    store.close();
  }

  /** Notes what is told after the cache has taken it in. */
  private final class Witness implements ChangeListener {
    private final ChangeListener told;

    Witness(ChangeListener told) {
      this.told = told;
    }

    @Override
    public void connected() {
      told.connected();
      heard.add(CONNECTED);
    }

    @Override
    public void disconnected() {
      told.disconnected();
      heard.add(DISCONNECTED);
    }

    @Override
    public void changed(String id, long version) {
      told.changed(id, version);
      heard.add(id);
    }

    @Override
    public void everythingChanged() {
      told.everythingChanged();
      heard.add(EVERYTHING);
    }
  }
}

package dev.cloakroom.store.sql;

import dev.cloakroom.store.remote.ChangeListener;
import dev.cloakroom.store.remote.StoreThreads;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The store's own threads: one for its chores, one that hears of changes. Both are daemons. */
final class BackgroundThreads {
  private static final long MINUTE_MILLIS = Duration.ofMinutes(1).toMillis();
  private static final long STOP_MILLIS = Duration.ofSeconds(3).toMillis();

  private final DataSource source;
  private final ScheduledThreadPoolExecutor chores =
      new ScheduledThreadPoolExecutor(1, work -> StoreThreads.daemon("cloakroom-sql-chores", work));
  private @Nullable ChangeChannel channel;
  private @Nullable Thread listening;

  /** The threads of a store on a data source. */
  BackgroundThreads(DataSource source) {
    this.source = source;
    chores.setRemoveOnCancelPolicy(true);
    chores.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** Runs something at once. */
  <T> Future<T> run(Callable<T> chore) {
    return chores.submit(chore);
  }

  /** Runs something again and again, at other moments than other nodes. */
  void everyMinute(Runnable chore) {
    long first = ThreadLocalRandom.current().nextLong(MINUTE_MILLIS);
    long between = MINUTE_MILLIS + ThreadLocalRandom.current().nextLong(MINUTE_MILLIS / 4);
    Future<?> unused = chores.scheduleWithFixedDelay(chore, first, between, TimeUnit.MILLISECONDS);
  }

  /** Hears of changes from now on. */
  synchronized void listen(String name, ChangeListener listener) {
    channel = new ChangeChannel(source, name, listener);
    listening = StoreThreads.daemon("cloakroom-sql-changes", channel);
    listening.start();
  }

  boolean areStopped() {
    return chores.isShutdown();
  }

  /**
   * Ends both without interrupting what they do, and waits a little until they have given their
   * connections back.
   */
  synchronized void stop() {
    chores.shutdown();
    try {
      if (channel != null && listening != null) {
        channel.close();
        listening.join(STOP_MILLIS);
      }
      chores.awaitTermination(STOP_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

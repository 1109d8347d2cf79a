package dev.cloakroom.cdi;

import static java.lang.System.Logger.Level.ERROR;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A daemon that does something again and again. Must be closed. */
final class ChoreThread implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom");
  private static final long STOP_SECONDS = 3;

  private final Runnable chore;
  private final String failed;
  private final ScheduledThreadPoolExecutor chores;

  /**
   * Starts it.
   *
   * @param name of the thread
   * @param between how long it rests
   * @param failed what to log if the chore fails, as a sentence
   */
  ChoreThread(String name, Duration between, Runnable chore, String failed) {
    this.chore = chore;
    this.failed = failed;
    this.chores = new ScheduledThreadPoolExecutor(1, work -> daemon(name, work));
    Future<?> unused =
        chores.scheduleWithFixedDelay(
            this::run, between.toMillis(), between.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The application's beans are made on it, and expect its classes. */
  private static Thread daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.setContextClassLoader(ChoreThread.class.getClassLoader());
    return thread;
  }

  /** What fails once would not be tried again if it came through. */
  private void run() {
    try {
      chore.run();
    } catch (RuntimeException | Error failure) {
      LOG.log(ERROR, failed, failure);
    }
  }

  @Override
  public void close() {
    chores.shutdownNow();
    try {
      chores.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}

package dev.cloakroom.cdi;

import static java.lang.System.Logger.Level.ERROR;

import dev.cloakroom.session.RunOutWatch;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A daemon that looks for sessions that have run out, every few seconds. Must be closed. */
final class RunOutThread implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom");
  private static final long BETWEEN_SECONDS = 10;
  private static final long STOP_SECONDS = 3;

  private final RunOutWatch watch;
  private final ScheduledThreadPoolExecutor chores =
      new ScheduledThreadPoolExecutor(1, RunOutThread::daemon);

  /** Starts it. */
  RunOutThread(RunOutWatch watch) {
    this.watch = watch;
    Future<?> unused =
        chores.scheduleWithFixedDelay(
            this::look, BETWEEN_SECONDS, BETWEEN_SECONDS, TimeUnit.SECONDS);
  }

  /** The application's beans are made on it, and expect its classes. */
  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "cloakroom-run-out");
    thread.setDaemon(true);
    thread.setContextClassLoader(RunOutThread.class.getClassLoader());
    return thread;
  }

  RunOutWatch watch() {
    return watch;
  }

  /** What fails once would not be tried again if it came through. */
  private void look() {
    try {
      watch.run();
    } catch (RuntimeException | Error failure) {
      LOG.log(ERROR, "Login sessions that have run out were not looked for.", failure);
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

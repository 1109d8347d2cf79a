package dev.cloakroom.issuer;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Gives each fetch of an issuer's keys a thread of its own, so that an issuer that hangs holds up
 * no other, and has none between fetches, which are minutes apart. Thread-safe.
 */
final class FetchThreads implements Executor, AutoCloseable {
  private static final int ROOM = 16;

  /** What a fetch starts belongs to its group, too: Java's HTTP client has a thread for itself. */
  private final ThreadGroup group;

  private volatile boolean isClosed;

  /** None yet, for the issuer of that name. */
  FetchThreads(String name) {
    group = new ThreadGroup("cloakroom.issuers." + name);
  }

  /**
   * Does some work in a new thread.
   *
   * @throws RejectedExecutionException once this is closed
   */
  @Override
  public void execute(Runnable work) {
    if (isClosed) {
      throw new RejectedExecutionException("The application ends.");
    }
    Thread thread = new Thread(group, () -> run(work), "cloakroom-issuer-keys", 0, false);
    // one that has no thread locals and no class loader of the request it happens to be made for
    thread.setContextClassLoader(FetchThreads.class.getClassLoader());
    thread.setDaemon(true);
    thread.start();
  }

  private void run(Runnable work) {
    if (isClosed) {
      Thread.currentThread().interrupt();
    }
    work.run();
  }

  /**
   * Ends what the calling fetch has started. Java's HTTP client has no other way to end its thread
   * before 21 than to wait for a garbage collection; it heeds an interruption.
   */
  void endOthers() {
    Thread[] threads = new Thread[ROOM];
    int count = group.enumerate(threads);
    for (int i = 0; i < count; i++) {
      if (threads[i] != Thread.currentThread()) {
        threads[i].interrupt();
      }
    }
  }

  /** How many there are. */
  int count() {
    return group.activeCount();
  }

  /** Has work under way come to its end, and lets no other begin. */
  @Override
  public void close() {
    isClosed = true;
    group.interrupt();
  }
}

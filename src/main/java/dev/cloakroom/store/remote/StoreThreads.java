package dev.cloakroom.store.remote;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes the threads on which a store is called, and those that a store has for itself. */
public final class StoreThreads implements ThreadFactory {
  private static final int MOST = 32;
  private static final int WAITING = 4_096;
  private static final long IDLE_SECONDS = 30;

  private final AtomicInteger count = new AtomicInteger();

  private StoreThreads() {}

  /** Threads that end when they have nothing to do. */
  static ThreadPoolExecutor newPool() {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            MOST,
            MOST,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            new StoreThreads());
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  @Override
  public Thread newThread(Runnable work) {
    return daemon("cloakroom-store-" + count.incrementAndGet(), work);
  }

  /** One that has no thread locals and no class loader of the request it happens to be made for. */
  public static Thread daemon(String name, Runnable work) {
    Thread thread = new Thread(null, work, name, 0, false);
    thread.setContextClassLoader(StoreThreads.class.getClassLoader());
    thread.setDaemon(true);
    return thread;
  }
}

package dev.cloakroom.it.nodes;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What takes its time goes on while tests run, instead of one after the other: each test waits for
 * its own. Must be closed.
 */
final class Meanwhile implements AutoCloseable {
  private final ExecutorService threads = Executors.newCachedThreadPool();

  /** What goes on. */
  interface Course {
    void run() throws Exception;
  }

  /** Begins it. */
  Begun begin(Course course) {
    return new Begun(
        threads.submit(
            () -> {
              course.run();
              return true;
            }));
  }

  /** Something that goes on. */
  record Begun(Future<Boolean> end) {

    /** Waits until it is over; fails as it has failed. */
    void assertEndsWell() throws Exception {
      try {
        end.get();
      } catch (ExecutionException failed) {
        if (failed.getCause() instanceof Error error) {
          throw error;
        }
        throw failed;
      }
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}

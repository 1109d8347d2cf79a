package dev.cloakroom.cdi;

import dev.cloakroom.session.RunOutWatch;
import java.time.Duration;

/** A daemon that looks for sessions that have run out, every few seconds. Must be closed. */
final class RunOutThread implements AutoCloseable {
  private static final Duration BETWEEN = Duration.ofSeconds(10);

  private final RunOutWatch watch;
  private final ChoreThread thread;

  /** Starts it. */
  RunOutThread(RunOutWatch watch) {
    this.watch = watch;
    this.thread =
        new ChoreThread(
            "cloakroom-run-out",
            BETWEEN,
            watch,
            "Login sessions that have run out were not looked for.");
  }

  RunOutWatch watch() {
    return watch;
  }

  @Override
  public void close() {
    thread.close();
  }
}

package dev.cloakroom.it.process;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process and those that it has started, which end together. */
public record ProcessTree(ProcessHandle root) {
  private static final int STOP_LIMIT_SECONDS = 20;

  /** They are gone at once (SIGKILL). */
  public void kill() {
    root.descendants().forEach(ProcessHandle::destroyForcibly);
    root.destroyForcibly();
    root.onExit().join();
  }

  /** They may end what they are about, for 20 seconds (SIGTERM). */
  public void stop() {
    root.descendants().forEach(ProcessHandle::destroy);
    root.destroy();
    try {
      root.onExit().get(STOP_LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException late) {
      kill();
    } catch (InterruptedException interrupted) {
      kill();
      Thread.currentThread().interrupt();
    }
  }
}

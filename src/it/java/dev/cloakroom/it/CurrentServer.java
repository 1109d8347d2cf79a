package dev.cloakroom.it;

import org.jspecify.annotations.Nullable;

/**
 * The server of the tests, with the deployments of at most one class. It outlives the test classes
 * that share them. Not thread-safe: classes are tested one after the other.
 */
final class CurrentServer implements AutoCloseable {

  private @Nullable Run current;

  private record Run(Class<?> holder, ArquillianRun server) {}

  /** Starts the server with these deployments, unless it runs with them already. */
  void runWith(Class<?> deploymentHolder) throws Exception {
    if (current != null && current.holder().equals(deploymentHolder)) {
      return;
    }
    close();
    Run next = new Run(deploymentHolder, new ArquillianRun(deploymentHolder));
    current = next;
    next.server().start();
  }

  @Override
  public void close() {
    Run last = current;
    current = null;
    if (last == null) {
      return;
    }
    try {
      last.server().stop();
    } catch (Exception e) {
      throw new IllegalStateException("the server of " + last.holder() + " did not stop", e);
    }
  }
}

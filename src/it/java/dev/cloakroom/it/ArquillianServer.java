package dev.cloakroom.it;

import org.jboss.arquillian.test.spi.LifecycleMethodExecutor;
import org.jboss.arquillian.test.spi.TestRunnerAdaptor;
import org.jboss.arquillian.test.spi.TestRunnerAdaptorBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The server that Arquillian runs, with at most one deployment. Arquillian's own JUnit extension
 * ties a deployment to one test class; here the class that holds the deployment plays that part and
 * outlives the test classes. Not thread-safe: classes are tested one after the other.
 */
final class ArquillianServer implements AutoCloseable {

  private @Nullable Deployed current;

  private record Deployed(Class<?> holder, TestRunnerAdaptor arquillian) {

    void start() throws Exception {
      arquillian.beforeSuite();
      arquillian.beforeClass(holder, LifecycleMethodExecutor.NO_OP);
    }

    void stop() throws Exception {
      try {
        arquillian.afterClass(holder, LifecycleMethodExecutor.NO_OP);
        arquillian.afterSuite();
      } finally {
        arquillian.shutdown();
      }
    }
  }

  /** Starts the server with this deployment, unless it runs with it already. */
  void runWith(Class<?> deploymentHolder) throws Exception {
    if (current != null && current.holder().equals(deploymentHolder)) {
      return;
    }
    close();
    Deployed next = new Deployed(deploymentHolder, TestRunnerAdaptorBuilder.build());
    current = next;
    next.start();
  }

  @Override
  public void close() {
    Deployed last = current;
    current = null;
    if (last == null) {
      return;
    }
    try {
      last.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the server of " + last.holder() + " did not stop", e);
    }
  }
}

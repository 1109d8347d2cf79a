package dev.cloakroom.it;

import org.jboss.arquillian.test.spi.LifecycleMethodExecutor;
import org.jboss.arquillian.test.spi.TestRunnerAdaptor;
import org.jboss.arquillian.test.spi.TestRunnerAdaptorBuilder;

/**
 * A server that Arquillian starts. Arquillian's own JUnit extension ties deployments to one test
 * class; here the class that holds them plays that part.
 */
final class ArquillianRun {

  private final Class<?> holder;
  private final TestRunnerAdaptor arquillian = TestRunnerAdaptorBuilder.build();

  ArquillianRun(Class<?> holder) {
    this.holder = holder;
  }

  /** Starts the server and deploys. */
  void start() throws Exception {
    arquillian.beforeSuite();
    arquillian.beforeClass(holder, LifecycleMethodExecutor.NO_OP);
  }

  /** Stops it; also when it did not start. */
  void stop() throws Exception {
    try {
      arquillian.afterClass(holder, LifecycleMethodExecutor.NO_OP);
      arquillian.afterSuite();
    } finally {
      arquillian.shutdown();
    }
  }
}

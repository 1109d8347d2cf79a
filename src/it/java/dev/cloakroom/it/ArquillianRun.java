package dev.cloakroom.it;

import org.jboss.arquillian.test.spi.LifecycleMethodExecutor;
import org.jboss.arquillian.test.spi.TestRunnerAdaptor;
import org.jboss.arquillian.test.spi.TestRunnerAdaptorBuilder;

/**
 * A server that Arquillian starts. Arquillian's own JUnit extension ties deployments to one test
 * class; here the class that holds them plays that part.
 */
final class ArquillianRun implements ServerRun {

  private final Class<?> holder;
  private final TestRunnerAdaptor arquillian = TestRunnerAdaptorBuilder.build();

  ArquillianRun(Class<?> holder) {
    this.holder = holder;
  }

  @Override
  public void start() throws Exception {
    arquillian.beforeSuite();
    arquillian.beforeClass(holder, LifecycleMethodExecutor.NO_OP);
  }

  @Override
  public void stop() throws Exception {
    try {
      arquillian.afterClass(holder, LifecycleMethodExecutor.NO_OP);
      arquillian.afterSuite();
    } finally {
      arquillian.shutdown();
    }
  }
}

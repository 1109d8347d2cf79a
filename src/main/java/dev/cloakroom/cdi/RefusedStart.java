package dev.cloakroom.cdi;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

/**
 * Stops the deployment a second time. Some servers only warn when a {@code
 * ServletContainerInitializer} fails, and start the application; when a listener fails they do not.
 */
final class RefusedStart implements ServletContextListener {
  private final RuntimeException why;

  RefusedStart(RuntimeException why) {
    this.why = why;
  }

  @Override
  public void contextInitialized(ServletContextEvent event) {
    throw new IllegalStateException(why.getMessage(), why);
  }
}

package dev.cloakroom.cdi;

import static java.lang.System.Logger.Level.ERROR;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletException;

/**
 * Stops the deployment a second time. Some servers only warn when a {@code
 * ServletContainerInitializer} fails, and start the application; when a listener fails they do not.
 */
public final class RefusedStart implements ServletContextListener {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom");

  private final Exception why;

  private RefusedStart(Exception why) {
    this.why = why;
  }

  /**
   * Logs why an application must not start, has it stopped once more, and closes what it has
   * opened.
   *
   * @return what its initializer is to throw
   */
  public static ServletException of(Exception why, ServletContext application) {
    LOG.log(ERROR, why.getMessage());
    OpenStore.close();
    application.addListener(new RefusedStart(why));
    return new ServletException(why.getMessage(), why);
  }

  @Override
  public void contextInitialized(ServletContextEvent event) {
    throw new IllegalStateException(why.getMessage(), why);
  }
}

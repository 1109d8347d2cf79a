package dev.cloakroom.it.starts.early;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** Is told by the web container that the application starts. */
@WebListener
public class StartListener implements ServletContextListener {
  @Inject private Starts starts;

  @Override
  public void contextInitialized(ServletContextEvent started) {
    starts.note("listener");
  }
}

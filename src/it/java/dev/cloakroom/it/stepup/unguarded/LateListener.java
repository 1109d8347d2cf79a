package dev.cloakroom.it.stepup.unguarded;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** Registers a servlet once Cloakroom has looked at those that there are. */
@WebListener
public class LateListener implements ServletContextListener {

  @Override
  public void contextInitialized(ServletContextEvent started) {
    started.getServletContext().addServlet("late", LatePage.class).addMapping("/late");
  }
}

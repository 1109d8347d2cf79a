package dev.cloakroom.it.starts.early;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;

/** Is told by CDI that the application starts, in both ways. */
@ApplicationScoped
public class StartObserver {

  void onScope(@Observes @Initialized(ApplicationScoped.class) Object scope, Starts starts) {
    starts.note("scope");
  }

  void onStartup(@Observes Startup startup, Starts starts) {
    starts.note("startup");
  }
}

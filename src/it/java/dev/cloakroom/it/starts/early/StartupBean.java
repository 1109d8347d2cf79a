package dev.cloakroom.it.starts.early;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** An Enterprise Bean that is made when the application starts. */
@Singleton
@Startup
public class StartupBean {
  @Inject private Starts starts;

  @PostConstruct
  void start() {
    starts.note("enterprise-bean");
  }
}

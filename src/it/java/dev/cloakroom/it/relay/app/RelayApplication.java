package dev.cloakroom.it.relay.app;

import jakarta.enterprise.concurrent.ContextServiceDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Has its resources found. Its executor takes callers along on each server. */
@ApplicationPath("api")
@ContextServiceDefinition(name = "java:app/concurrent/RelayContext")
@ManagedExecutorDefinition(
    name = RelayApplication.EXECUTOR,
    context = "java:app/concurrent/RelayContext")
public class RelayApplication extends Application {
  static final String EXECUTOR = "java:app/concurrent/RelayExecutor";
}

package dev.cloakroom.rest;

import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One REST server of the application, of which each {@code Application} has its own: what it
 * answers says nothing of what another does at the same path below its own. Safe for use by several
 * threads.
 */
final class RestServer {
  private static final String PROPERTY = RestServer.class.getName();

  private final Set<ResourcePath> answering = ConcurrentHashMap.newKeySet();

  /** What a server's configuration says of it; null if it has not taken our filters in. */
  static @Nullable RestServer of(Configuration configuration) {
    return configuration.getProperty(PROPERTY) instanceof RestServer known ? known : null;
  }

  /** Has it known by its configuration. */
  void mark(FeatureContext context) {
    context.property(PROPERTY, this);
  }

  /** Its methods answer there. */
  void answers(Class<?> type, Method method) {
    ResourcePath path = ResourcePath.of(type, method);
    if (path != null) {
      answering.add(path);
    }
  }

  /** Whether a method answers a request before any locator could. */
  boolean isAnsweredBefore(ResourceLocator locator, String httpMethod, String path) {
    return answering.stream()
        .anyMatch(place -> place.answers(httpMethod, path) && place.outranks(locator.path()));
  }
}

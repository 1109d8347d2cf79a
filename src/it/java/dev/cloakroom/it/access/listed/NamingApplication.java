package dev.cloakroom.it.access.listed;

import dev.cloakroom.rest.AccessFeature;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/** Has no services looked for, but names our filter. */
@ApplicationPath("classes")
public class NamingApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(Listed.class, AccessFeature.class);
  }

  @Override
  public Map<String, Object> getProperties() {
    return Map.of("jakarta.ws.rs.loadServices", false);
  }
}

package dev.cloakroom.it.access.listed;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/** Has the server look for no services, and so for no filter of ours. */
@ApplicationPath("classes")
public class ServicelessApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(Listed.class);
  }

  @Override
  public Map<String, Object> getProperties() {
    return Map.of("jakarta.ws.rs.loadServices", false);
  }
}

package dev.cloakroom.it.access.listed;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** As most tutorials write it. */
@ApplicationPath("classes")
public class ListedClasses extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(Listed.class, RegisteringFeature.class);
  }
}

package dev.cloakroom.it.access.listed;

import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Has no path of its own: the {@code web.xml} gives it one. */
public class UnscannedApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(Listed.class);
  }
}

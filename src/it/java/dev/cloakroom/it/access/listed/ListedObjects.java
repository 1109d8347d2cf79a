package dev.cloakroom.it.access.listed;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Makes its resources itself, past everything that makes beans. */
@ApplicationPath("objects")
public class ListedObjects extends Application {

  @Override
  @SuppressWarnings("deprecation") // many applications do it so
  public Set<Object> getSingletons() {
    return Set.of(new ListedObject(), new OpenLocated());
  }
}

package dev.cloakroom.it.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jboss.shrinkwrap.api.Archive;

/**
 * WARs for one server, each at the path of its name, which no other has, and EARs; not all of them
 * need start. Has a constructor without parameters.
 */
public interface Wars {

  /**
   * All of them, in the order in which they are deployed.
   *
   * @param folder where to put files that they want outside of themselves
   */
  List<? extends Archive<?>> in(Path folder) throws IOException;
}

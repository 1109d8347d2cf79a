package dev.cloakroom.it.access;

import dev.cloakroom.it.probe.ProbeWar;
import dev.cloakroom.it.process.Wars;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The applications that are guarded, with JARs that lack one of the guards. */
final class DisarmedWars implements Wars {
  private static final String SERVICES = "/META-INF/services/jakarta.ws.rs.";

  /** Without what tells the servers of Jakarta REST of our filters. */
  private static JavaArchive withoutFilter() {
    JavaArchive jar = ProbeWar.cloakroom();
    jar.delete(SERVICES + "core.Feature");
    jar.delete(SERVICES + "container.DynamicFeature");
    return jar;
  }

  /** Without the interceptor of beans. */
  private static JavaArchive withoutInterceptor() {
    JavaArchive jar = ProbeWar.cloakroom();
    jar.delete("/dev/cloakroom/access/AccessInterceptor.class");
    return jar;
  }

  @Override
  public List<WebArchive> in(Path folder) {
    return Stream.of(
            AccessWars.ruled(war("ruled-without-filter.war", withoutFilter())),
            AccessWars.listed(war("listed-without-filter.war", withoutFilter())),
            AccessWars.ruled(war("ruled-without-interceptor.war", withoutInterceptor())))
        .map(ProbeWar::archive)
        .toList();
  }

  private static ProbeWar war(String name, JavaArchive cloakroom) {
    return AccessWars.settled(ProbeWar.bare(name, cloakroom));
  }
}

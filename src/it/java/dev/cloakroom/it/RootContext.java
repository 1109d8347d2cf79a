package dev.cloakroom.it;

import java.nio.file.Path;
import java.util.Map;
import org.jboss.arquillian.container.spi.event.container.BeforeDeploy;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * Has {@code ROOT.war} live at the root of each server. Where that name does not say so, an
 * administrator would when deploying; the adapters cannot, so the server's own descriptor does.
 */
public final class RootContext implements LoadableExtension {

  /** Made by Arquillian. */
  public RootContext() {}

  @Override
  public void register(ExtensionBuilder builder) {
    builder.observer(Descriptor.class);
  }

  /** Adds that descriptor of the server, if it has one. */
  public static final class Descriptor {
    private static final Map<String, String> NAMES =
        Map.of("glassfish", "glassfish-web.xml", "openliberty", "ibm-web-ext.xml");

    /** Made by Arquillian. */
    public Descriptor() {}

    void add(@Observes BeforeDeploy event) {
      String server = RunningServer.name();
      Archive<?> archive = event.getDeployment().getArchive();
      if (NAMES.containsKey(server) && archive.getName().equals("ROOT.war")) {
        Path descriptor = Path.of("server-config", server, NAMES.get(server));
        archive.as(WebArchive.class).addAsWebInfResource(descriptor.toFile());
      }
    }
  }
}

package dev.cloakroom.it;

import java.io.File;
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

  /** Adds the descriptor that the build names, if it names one. */
  public static final class Descriptor {

    /** Made by Arquillian. */
    public Descriptor() {}

    void add(@Observes BeforeDeploy event) {
      String descriptor = System.getProperty("it.root-descriptor", "");
      Archive<?> archive = event.getDeployment().getArchive();
      if (!descriptor.isEmpty() && archive.getName().equals("ROOT.war")) {
        archive.as(WebArchive.class).addAsWebInfResource(new File(descriptor));
      }
    }
  }
}

package dev.cloakroom.it.process;

import dev.cloakroom.it.StandingAddress;
import java.io.IOException;
import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.shrinkwrap.api.Archive;

/** The {@link StandingServer} as Arquillian's container: an adapter for each kind of server. */
public final class StandingContainer
    implements DeployableContainer<StandingContainer.Configuration> {

  /** Made by Arquillian. */
  public StandingContainer() {}

  /** In place of an adapter of the server's own, where the tests run on a standing server. */
  public static final class Extension implements LoadableExtension {

    /** Made by Arquillian. */
    public Extension() {}

    @Override
    public void register(ExtensionBuilder builder) {
      if (StandingAddress.isMeant()) {
        builder.service(DeployableContainer.class, StandingContainer.class);
      }
    }
  }

  /** Nothing: the server is configured. */
  public static final class Configuration implements ContainerConfiguration {

    /** Made by Arquillian. */
    public Configuration() {}

    @Override
    public void validate() {}
  }

  @Override
  public Class<Configuration> getConfigurationClass() {
    return Configuration.class;
  }

  @Override
  public ProtocolDescription getDefaultProtocol() {
    return new ProtocolDescription("Local");
  }

  @Override
  public ProtocolMetaData deploy(Archive<?> war) throws DeploymentException {
    try {
      if (StandingServer.cleared().deploy(war) == Outcome.REFUSED) {
        throw new DeploymentException(war.getName() + " was refused; the server's log says why");
      }
      return new ProtocolMetaData();
    } catch (IOException | InterruptedException failed) {
      throw new DeploymentException(war.getName() + " was not deployed", failed);
    }
  }

  @Override
  public void undeploy(Archive<?> war) throws DeploymentException {
    try {
      StandingServer.cleared().undeploy(war);
    } catch (IOException | InterruptedException failed) {
      throw new DeploymentException(war.getName() + " was not undeployed", failed);
    }
  }
}

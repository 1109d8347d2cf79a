package dev.cloakroom.tck;

import org.jboss.arquillian.container.test.spi.client.deployment.ApplicationArchiveProcessor;
import org.jboss.arquillian.core.spi.LoadableExtension;

/** Tells Arquillian of {@link CloakroomArchives}. */
public final class CloakroomExtension implements LoadableExtension {

  /** Made by Arquillian. */
  public CloakroomExtension() {}

  @Override
  public void register(ExtensionBuilder builder) {
    builder.service(ApplicationArchiveProcessor.class, CloakroomArchives.class);
  }
}

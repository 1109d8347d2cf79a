package dev.cloakroom.cdi;

import dev.cloakroom.mpjwt.JsonWebTokenBean;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;

/** Adds the beans whose types are not on every server. */
public class CloakroomExtension implements Extension {

  /** Made by the container. */
  public CloakroomExtension() {}

  void addOptionalBeans(@Observes AfterBeanDiscovery discovery) {
    if (Sources.isPresent("org.eclipse.microprofile.jwt.JsonWebToken")) {
      JsonWebTokenBean.addTo(discovery, new CurrentToken());
    }
  }
}

package dev.cloakroom.cdi;

import dev.cloakroom.mpjwt.JsonWebTokenBean;
import dev.cloakroom.rest.LoginConfigNotice;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessBeanAttributes;
import jakarta.enterprise.inject.spi.ProcessManagedBean;

/**
 * Adds the beans whose types are not on every server, or whose names may be taken, and looks for
 * what would keep the server from starting the application.
 */
public class CloakroomExtension implements Extension {

  private boolean hasCsrfOfItsOwn;

  /** Made by the container. */
  public CloakroomExtension() {}

  /** Looks for a bean of the application by the name that ours has. */
  void readNames(@Observes ProcessBeanAttributes<?> found) {
    hasCsrfOfItsOwn |= PageCsrfToken.NAME.equals(found.getBeanAttributes().getName());
  }

  void addOptionalBeans(@Observes AfterBeanDiscovery discovery) {
    if (Sources.isPresent("org.eclipse.microprofile.jwt.JsonWebToken")) {
      JsonWebTokenBean.addTo(discovery, new CurrentToken());
    }
    if (!hasCsrfOfItsOwn) {
      PageCsrfToken.addTo(discovery);
    }
  }

  /**
   * Looks at the application's Jakarta REST class where that is a bean: some servers refuse the
   * application for what it is annotated with, before any of its initializers runs.
   */
  void readAnnotations(@Observes ProcessManagedBean<?> found) {
    LoginConfigNotice.about(found.getAnnotatedBeanClass().getJavaClass());
  }
}

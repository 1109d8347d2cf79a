package dev.cloakroom.cdi;

import dev.cloakroom.mpjwt.ClaimInjections;
import dev.cloakroom.mpjwt.ClaimProducers;
import dev.cloakroom.mpjwt.JsonWebTokenBean;
import dev.cloakroom.rest.LoginConfigNotice;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessBean;
import jakarta.enterprise.inject.spi.ProcessBeanAttributes;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import jakarta.security.enterprise.identitystore.LdapIdentityStoreDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Adds the beans whose types are not on every server, or whose names may be taken, and looks for
 * what would keep the server from starting the application.
 */
public class CloakroomExtension implements Extension {

  private final boolean hasMpJwt = Sources.hasMpJwt();
  private boolean hasCsrfOfItsOwn;
  private volatile boolean hasLdapStore;

  /** Made by the container. */
  public CloakroomExtension() {}

  void addClaims(@Observes BeforeBeanDiscovery discovery) {
    if (hasMpJwt) {
      ClaimProducers.addTo(discovery);
    }
  }

  /** Looks for a bean of the application by the name that ours has. */
  void readNames(@Observes ProcessBeanAttributes<?> found) {
    hasCsrfOfItsOwn |= PageCsrfToken.NAME.equals(found.getBeanAttributes().getName());
  }

  void addOptionalBeans(@Observes AfterBeanDiscovery discovery) {
    if (hasMpJwt) {
      JsonWebTokenBean.addTo(discovery, new CurrentToken());
    }
    if (!hasCsrfOfItsOwn) {
      PageCsrfToken.addTo(discovery);
    }
  }

  /** Looks for claims that are injected where they would be somebody else's, or of no type. */
  void checkClaims(@Observes ProcessInjectionPoint<?, ?> found, BeanManager beans) {
    if (hasMpJwt) {
      ClaimInjections.check(found, beans);
    }
  }

  /** Looks for the stores that servers build of an annotation, on a bean of whatever kind. */
  void readStores(@Observes ProcessBean<?> found) {
    if (isOfLdapStore(found.getAnnotated())) {
      hasLdapStore = true;
    }
  }

  /** That of a synthetic bean is null; several annotations on a bean stand in one around them. */
  private static boolean isOfLdapStore(@Nullable Annotated bean) {
    return bean != null
        && bean.getAnnotations().stream()
            .map(annotation -> annotation.annotationType().getName())
            .anyMatch(name -> name.startsWith(LdapIdentityStoreDefinition.class.getName()));
  }

  /** Whether the application has an LDAP identity store, as far as the server builds it. */
  public boolean hasLdapStore() {
    return hasLdapStore;
  }

  /**
   * Looks at the application's Jakarta REST class where that is a bean: some servers refuse the
   * application for what it is annotated with, before any of its initializers runs.
   */
  void readAnnotations(@Observes ProcessManagedBean<?> found) {
    LoginConfigNotice.about(found.getAnnotatedBeanClass().getJavaClass());
  }
}

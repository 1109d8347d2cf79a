package dev.cloakroom.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import java.lang.reflect.InvocationTargetException;
import java.util.Set;
import java.util.stream.Collectors;

/** The server's own {@code SecurityContext}. Safe for use by several threads. */
@ApplicationScoped
public class ServerSecurityContext {
  @Inject BeanManager beans;

  /** Made by the container. */
  public ServerSecurityContext() {}

  /** Finds it, which takes long. */
  SecurityContext find() {
    Set<Bean<?>> others =
        beans.getBeans(SecurityContext.class).stream()
            .filter(bean -> bean.getBeanClass() != CloakroomSecurityContext.class)
            .collect(Collectors.toSet());
    Bean<?> bean = beans.resolve(others);
    if (bean == null) {
      throw new IllegalStateException("The server has no jakarta.security.enterprise");
    }
    return (SecurityContext)
        beans.getReference(bean, SecurityContext.class, beans.createCreationalContext(bean));
  }

  /**
   * What only {@code SecurityContext} of Jakarta Security 4.0 can say.
   *
   * @throws UnsupportedOperationException on a server of an earlier version
   */
  @SuppressWarnings("unchecked") // as Jakarta Security 4.0 declares it
  Set<String> allDeclaredCallerRoles() {
    try {
      return (Set<String>)
          SecurityContext.class.getMethod("getAllDeclaredCallerRoles").invoke(find());
    } catch (NoSuchMethodException earlierVersion) {
      throw new UnsupportedOperationException(
          "getAllDeclaredCallerRoles is of Jakarta Security 4.0", earlierVersion);
    } catch (IllegalAccessException | InvocationTargetException failure) {
      throw new IllegalStateException(failure);
    }
  }
}

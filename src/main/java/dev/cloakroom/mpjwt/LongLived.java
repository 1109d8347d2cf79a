package dev.cloakroom.mpjwt;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.EventListener;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What outlives the request that it was made in, so that what is injected is of another one. */
final class LongLived {

  /** By their names: not each server has the API. */
  private static final Set<String> ENTERPRISE =
      Set.of("jakarta.ejb.Stateless", "jakarta.ejb.Stateful", "jakarta.ejb.Singleton");

  private static final List<Class<?>> WEB =
      List.of(Servlet.class, Filter.class, EventListener.class);

  private LongLived() {}

  /** In words, what something is injected into; empty if that lives no longer than a request. */
  static Optional<String> of(InjectionPoint place) {
    Bean<?> bean = place.getBean();
    Class<?> holder = bean == null ? place.getMember().getDeclaringClass() : bean.getBeanClass();
    if (bean != null && bean.getScope() == RequestScoped.class) {
      return Optional.empty();
    }
    if (bean != null && bean.getScope() != Dependent.class) {
      return Optional.of("a bean of @" + bean.getScope().getSimpleName());
    }
    if (isEnterprise(holder)) {
      return Optional.of("an Enterprise Bean");
    }
    return WEB.stream().anyMatch(kind -> kind.isAssignableFrom(holder))
        ? Optional.of("a servlet, filter or listener")
        : Optional.empty();
  }

  private static boolean isEnterprise(Class<?> holder) {
    return Arrays.stream(holder.getAnnotations())
        .map(Annotation::annotationType)
        .anyMatch(type -> ENTERPRISE.contains(type.getName()));
  }
}

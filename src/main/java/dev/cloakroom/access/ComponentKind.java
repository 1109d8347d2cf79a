package dev.cloakroom.access;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a class is to the server, and so who can hold its callers to a rule. Known by names, because
 * not every server has all of them.
 */
public enum ComponentKind {
  /** Made by the web container, past every interceptor: what is written there holds nowhere. */
  WEB_COMPONENT {
    @Override
    boolean needsInterceptor(Class<?> type, Method method) {
      return false;
    }
  },
  /** An interceptor or decorator, which no interceptor stands before. */
  INTERCEPTOR {
    @Override
    boolean needsInterceptor(Class<?> type, Method method) {
      return false;
    }
  },
  /**
   * An Enterprise Bean. Its container enforces what is written about roles at a method or at the
   * class that declares it, and nothing that either inherits or hands on, nor any proof.
   */
  ENTERPRISE_BEAN {
    @Override
    boolean needsInterceptor(Class<?> type, Method method) {
      return AccessRules.mayRestrict(type, method)
          && (!holdsToRoles(method) || AccessRules.mayAskForProof(type, method));
    }

    @Override
    boolean holdsToRoles(Method method) {
      return DeclaredRule.of(method) != null || DeclaredRule.of(method.getDeclaringClass()) != null;
    }
  },
  /** A Jakarta REST resource, which on some servers is a bean as well. */
  RESOURCE {
    /**
     * What cannot be intercepted does not keep the application from starting: the filter guards it.
     */
    @Override
    boolean needsInterceptor(Class<?> type, Method method) {
      return AccessRules.mayRestrict(type, method)
          && !Modifier.isFinal(method.getModifiers())
          && !Modifier.isFinal(type.getModifiers());
    }
  },
  /** Any other class. */
  PLAIN {
    @Override
    boolean needsInterceptor(Class<?> type, Method method) {
      return AccessRules.mayRestrict(type, method);
    }
  };

  private static final Set<String> WEB_TYPES =
      Set.of(
          "jakarta.servlet.Servlet",
          "jakarta.servlet.Filter",
          "jakarta.servlet.ServletContextListener",
          "jakarta.servlet.ServletContextAttributeListener",
          "jakarta.servlet.ServletRequestListener",
          "jakarta.servlet.ServletRequestAttributeListener",
          "jakarta.servlet.AsyncListener",
          "jakarta.servlet.http.HttpSessionListener",
          "jakarta.servlet.http.HttpSessionIdListener",
          "jakarta.servlet.http.HttpSessionAttributeListener",
          "jakarta.servlet.http.HttpUpgradeHandler",
          "jakarta.websocket.Endpoint");
  private static final Set<String> WEB_ANNOTATIONS =
      Set.of("jakarta.websocket.server.ServerEndpoint", "jakarta.websocket.ClientEndpoint");
  private static final Set<String> INTERCEPTORS =
      Set.of("jakarta.interceptor.Interceptor", "jakarta.decorator.Decorator");
  private static final Set<String> ENTERPRISE_BEANS =
      Set.of(
          "jakarta.ejb.MessageDriven",
          "jakarta.ejb.Singleton",
          "jakarta.ejb.Stateful",
          "jakarta.ejb.Stateless");
  private static final String RESOURCE_PATH = "jakarta.ws.rs.Path";

  /** The kind of a class. */
  public static ComponentKind of(Class<?> type) {
    if (isAnnotated(type, WEB_ANNOTATIONS) || supertypes(type).anyMatch(WEB_TYPES::contains)) {
      return WEB_COMPONENT;
    }
    if (isAnnotated(type, INTERCEPTORS)) {
      return INTERCEPTOR;
    }
    if (isAnnotated(type, ENTERPRISE_BEANS)) {
      return ENTERPRISE_BEAN;
    }
    return isAnnotated(type, Set.of(RESOURCE_PATH)) ? RESOURCE : PLAIN;
  }

  /** Whether instances of a class can be beans that an interceptor stands before. */
  boolean isInterceptable() {
    return this != WEB_COMPONENT && this != INTERCEPTOR;
  }

  /** Whether the container holds a method's callers to its rule about roles. */
  boolean holdsToRoles(Method method) {
    return false;
  }

  /** Whether only our interceptor holds a method's callers to its rule. */
  abstract boolean needsInterceptor(Class<?> type, Method method);

  /** The methods of a resource that only the filter of requests holds callers to the rules of. */
  static Stream<Method> uninterceptable(Class<?> type) {
    return RuleSearch.isRuled(type) && of(type) == RESOURCE
        ? Lineage.types(type)
            .flatMap(each -> Arrays.stream(each.getDeclaredMethods()))
            .filter(method -> AccessRules.mayRestrict(type, method))
            .filter(method -> !RESOURCE.needsInterceptor(type, method))
        : Stream.empty();
  }

  private static boolean isAnnotated(Class<?> type, Set<String> names) {
    return Arrays.stream(type.getAnnotations())
        .map(Annotation::annotationType)
        .map(Class::getName)
        .anyMatch(names::contains);
  }

  private static Stream<String> supertypes(Class<?> type) {
    return Lineage.types(type).map(Class::getName);
  }
}

package dev.cloakroom.it;

import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.ShouldThrowException;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** The {@code @Deployment} methods of a class, as Arquillian reads them. */
final class Deployments {

  private final List<Method> methods;

  Deployments(Class<?> holder) {
    methods =
        AnnotationSupport.findAnnotatedMethods(
                holder, Deployment.class, HierarchyTraversalMode.TOP_DOWN)
            .stream()
            .sorted(Comparator.comparingInt(Deployments::order))
            .toList();
  }

  private static int order(Method method) {
    return method.getAnnotation(Deployment.class).order();
  }

  boolean isOneThatStarts() {
    return methods.size() == 1 && !methods.get(0).isAnnotationPresent(ShouldThrowException.class);
  }

  /** In the order in which they are to be deployed. */
  List<WebArchive> archives() {
    return methods.stream()
        .map(method -> (WebArchive) ReflectionSupport.invokeMethod(method, null))
        .toList();
  }
}

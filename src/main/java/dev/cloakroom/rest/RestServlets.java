package dev.cloakroom.rest;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The servlets of Jakarta REST that a {@code web.xml} names. A server that would start one only at
 * its first request is asked to start it with the application, so that it says in time what it
 * serves.
 *
 * @see <a href="https://jakarta.ee/specifications/restful-ws/3.1/">Jakarta REST 3.1, section
 *     2.3.2</a>
 */
final class RestServlets {
  private static final String APPLICATION_PARAMETER = "jakarta.ws.rs.Application";

  private RestServlets() {}

  static void startEarly(Collection<Class<?>> found, ServletContext application) {
    Set<String> names =
        found.stream()
            .filter(Application.class::isAssignableFrom)
            .map(Class::getName)
            .collect(Collectors.toSet());
    names.add(Application.class.getName());
    application.getServletRegistrations().values().stream()
        .filter(servlet -> isOfOne(names, servlet))
        .forEach(RestServlets::startEarly);
  }

  private static boolean isOfOne(Set<String> applications, ServletRegistration servlet) {
    return applications.contains(servlet.getName())
        || servlet.getInitParameter(APPLICATION_PARAMETER) != null;
  }

  /** What the path in the annotation of an application's class is as a mapping of a servlet. */
  static String pattern(Class<?> annotated) {
    String path = annotated.getAnnotation(ApplicationPath.class).value();
    String trimmed = path.replaceAll("^/+|/*\\*?$", "");
    return trimmed.isEmpty() ? "/*" : "/" + trimmed + "/*";
  }

  /** Servers that leave no choice start it early by themselves. */
  private static void startEarly(ServletRegistration servlet) {
    if (servlet instanceof ServletRegistration.Dynamic changeable) {
      changeable.setLoadOnStartup(1);
    }
  }
}

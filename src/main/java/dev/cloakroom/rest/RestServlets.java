package dev.cloakroom.rest;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /** Those that need no class of an application, but find resources by themselves. */
  private static final Set<String> SERVERS =
      Set.of(
          "org.glassfish.jersey.servlet.ServletContainer",
          "org.jboss.resteasy.plugins.server.servlet.HttpServletDispatcher",
          "org.jboss.resteasy.plugins.server.servlet.HttpServlet30Dispatcher");

  private RestServlets() {}

  static void startEarly(Collection<Class<?>> found, ServletContext application) {
    of(found, application).forEach(RestServlets::startEarly);
  }

  /**
   * Which applications of Jakarta REST are served: the classes that say where, and what the
   * servlets of an application name, or are themselves where they name none.
   */
  static Set<String> applications(Collection<Class<?>> found, ServletContext application) {
    return Stream.concat(
            found.stream().filter(RestServlets::saysWhere).map(Class::getName),
            of(found, application)
                .filter(servlet -> !servlet.getMappings().isEmpty())
                .map(RestServlets::application))
        .collect(Collectors.toSet());
  }

  /**
   * How many REST servers an application may have: one for each servlet, also of those that serve
   * the same, and one for each class that says where it is to be and that none of these serves.
   */
  static int servers(Collection<Class<?>> found, ServletContext application) {
    List<String> served =
        of(found, application)
            .filter(servlet -> !servlet.getMappings().isEmpty())
            .map(RestServlets::application)
            .toList();
    return served.size()
        + (int)
            found.stream()
                .filter(RestServlets::saysWhere)
                .filter(type -> !served.contains(type.getName()))
                .count();
  }

  /**
   * The names of the servlets by which applications are served: where no other is given, a server
   * names one like the application's class.
   */
  static Set<String> names(Collection<Class<?>> found, ServletContext application) {
    return Stream.concat(
            found.stream().filter(RestServlets::saysWhere).map(Class::getName),
            of(found, application).map(ServletRegistration::getName))
        .collect(Collectors.toSet());
  }

  private static Stream<? extends ServletRegistration> of(
      Collection<Class<?>> found, ServletContext application) {
    Set<String> names =
        found.stream()
            .filter(Application.class::isAssignableFrom)
            .map(Class::getName)
            .collect(Collectors.toSet());
    names.add(Application.class.getName());
    return application.getServletRegistrations().values().stream()
        .filter(servlet -> isOfOne(names, servlet));
  }

  private static boolean isOfOne(Set<String> applications, ServletRegistration servlet) {
    return applications.contains(servlet.getName())
        || servlet.getInitParameter(APPLICATION_PARAMETER) != null
        || SERVERS.contains(Objects.requireNonNullElse(servlet.getClassName(), ""));
  }

  private static String application(ServletRegistration servlet) {
    return Objects.requireNonNullElse(
        servlet.getInitParameter(APPLICATION_PARAMETER), servlet.getName());
  }

  /** Whether a class is an application and says where it is to be. */
  static boolean saysWhere(Class<?> type) {
    return Application.class.isAssignableFrom(type)
        && !Modifier.isAbstract(type.getModifiers())
        && type.isAnnotationPresent(ApplicationPath.class);
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

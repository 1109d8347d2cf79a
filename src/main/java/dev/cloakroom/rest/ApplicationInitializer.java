package dev.cloakroom.rest;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.annotation.HandlesTypes;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the application's Jakarta REST classes when it starts, and leaves them to be asked for
 * later. By itself, because where Jakarta REST is absent a server may tell an initializer that
 * names its types of no class at all.
 */
@HandlesTypes({Application.class, Path.class})
public final class ApplicationInitializer implements ServletContainerInitializer {
  private static final String FOUND = ApplicationInitializer.class.getName();

  /** Made by the container. */
  public ApplicationInitializer() {}

  @Override
  public void onStartup(@Nullable Set<Class<?>> found, ServletContext application) {
    if (found != null) {
      found.forEach(LoginConfigNotice::about);
      application.setAttribute(FOUND, Set.copyOf(found));
      RestServlets.startEarly(found, application);
    }
  }

  /**
   * Where the classes that were found in an application want Jakarta REST to be, by their names;
   * can be asked until what was found is told.
   */
  public static Map<String, String> patterns(ServletContext application) {
    return classes(application).stream()
        .filter(ApplicationInitializer::isServed)
        .collect(Collectors.toMap(Class::getName, RestServlets::pattern));
  }

  /** Tells what was found in an application. */
  public static void tell(GuardedResources resources, ServletContext application) {
    List<Class<?>> classes = classes(application);
    if (!classes.isEmpty()) {
      resources.find(
          classes.stream().filter(type -> type.isAnnotationPresent(Path.class)).toList(),
          (int) classes.stream().filter(ApplicationInitializer::isServed).count());
      application.removeAttribute(FOUND);
    }
  }

  private static List<Class<?>> classes(ServletContext application) {
    return application.getAttribute(FOUND) instanceof Set<?> found
        ? found.stream().<Class<?>>map(type -> (Class<?>) type).toList()
        : List.of();
  }

  private static boolean isServed(Class<?> type) {
    return Application.class.isAssignableFrom(type)
        && type.isAnnotationPresent(ApplicationPath.class);
  }
}

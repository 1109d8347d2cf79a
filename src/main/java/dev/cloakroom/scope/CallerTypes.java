package dev.cloakroom.scope;

import jakarta.security.enterprise.CallerPrincipal;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.annotation.HandlesTypes;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the application's own types of callers when it starts: what is kept of one is read back
 * only as one of those.
 *
 * @see <a href="https://jakarta.ee/specifications/servlet/6.0/">Jakarta Servlet 6.0, section
 *     8.2.4</a>
 */
@HandlesTypes(CallerPrincipal.class)
public final class CallerTypes implements ServletContainerInitializer {
  private static final String ATTRIBUTE = CallerTypes.class.getName();
  static final String OURS = "dev.cloakroom.mechanism.";

  /** Made by the container. */
  public CallerTypes() {}

  @Override
  public void onStartup(@Nullable Set<Class<?>> found, ServletContext application) {
    if (found != null) {
      application.setAttribute(
          ATTRIBUTE,
          found.stream()
              .filter(CallerPrincipal.class::isAssignableFrom)
              .filter(type -> type != CallerPrincipal.class && !type.getName().startsWith(OURS))
              .collect(Collectors.toUnmodifiableSet()));
    }
  }

  /** The types that were found in an application. */
  @SuppressWarnings("unchecked") // what was set above
  static Set<Class<?>> of(ServletContext application) {
    Object found = application.getAttribute(ATTRIBUTE);
    return found == null ? Set.of() : (Set<Class<?>>) found;
  }
}

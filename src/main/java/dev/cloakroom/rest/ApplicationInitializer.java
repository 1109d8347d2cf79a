package dev.cloakroom.rest;

import dev.cloakroom.CsrfExempt;
import dev.cloakroom.web.CsrfExemptions;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.annotation.HandlesTypes;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the application's Jakarta REST classes when it starts, and leaves them to be asked for
 * later. By itself, because where Jakarta REST is absent a server may tell an initializer that
 * names its types of no class at all.
 */
@HandlesTypes({Application.class, Path.class, CsrfExempt.class})
public final class ApplicationInitializer implements ServletContainerInitializer {
  private static final String FOUND = ApplicationInitializer.class.getName();

  /** Made by the container. */
  public ApplicationInitializer() {}

  /**
   * The classes, how many applications of Jakarta REST are served, by how many servers, and by
   * which servlets.
   */
  private record Found(Set<Class<?>> classes, int applications, int servers, Set<String> servlets) {
    static final Found NOTHING = new Found(Set.of(), 0, 0, Set.of());
  }

  @Override
  public void onStartup(@Nullable Set<Class<?>> found, ServletContext application) {
    if (found != null) {
      found.forEach(LoginConfigNotice::about);
      int applications = RestServlets.applications(found, application).size();
      int servers = RestServlets.servers(found, application);
      Set<String> servlets = RestServlets.names(found, application);
      application.setAttribute(
          FOUND, new Found(Set.copyOf(found), applications, servers, servlets));
      RestServlets.startEarly(found, application);
    }
  }

  /**
   * Where the classes that were found in an application want Jakarta REST to be, by their names;
   * can be asked until what was found is told.
   */
  public static Map<String, String> patterns(ServletContext application) {
    return found(application).classes().stream()
        .filter(RestServlets::saysWhere)
        .collect(Collectors.toMap(Class::getName, RestServlets::pattern));
  }

  /** Tells what was found in an application. */
  public static void tell(
      GuardedResources resources, CsrfExemptions exemptions, ServletContext application) {
    Found found = found(application);
    resources.find(
        found.classes().stream().filter(type -> type.isAnnotationPresent(Path.class)).toList(),
        found.applications());
    exemptions.tellResources(found.servlets(), () -> resources.isActiveIn(found.servers()));
    if (found.classes().stream().anyMatch(CsrfPass::isOn)) {
      exemptions.noteExemptResource();
    }
    application.removeAttribute(FOUND);
  }

  private static Found found(ServletContext application) {
    return application.getAttribute(FOUND) instanceof Found found ? found : Found.NOTHING;
  }
}

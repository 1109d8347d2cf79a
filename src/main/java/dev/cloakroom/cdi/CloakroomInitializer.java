package dev.cloakroom.cdi;

import dev.cloakroom.AuthenticationLevel;
import dev.cloakroom.Fresh;
import dev.cloakroom.config.Settings;
import dev.cloakroom.web.LogoutByInvalidation;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.HandlesTypes;
import jakarta.servlet.annotation.ServletSecurity;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Starts Cloakroom in an application: reads the settings and keys, or stops the deployment with
 * everything that is wrong with them; declares the roles; registers endpoints, filters, {@link
 * ServingGate}, which looks at rules and endpoints, and {@link StoreStart}, which looks at the
 * store.
 *
 * @see <a href="https://jakarta.ee/specifications/servlet/6.0/">Jakarta Servlet 6.0, section
 *     8.2.4</a>
 */
@HandlesTypes({
  RolesAllowed.class,
  DenyAll.class,
  PermitAll.class,
  AuthenticationLevel.class,
  Fresh.class,
  DeclareRoles.class,
  ServletSecurity.class
})
public final class CloakroomInitializer implements ServletContainerInitializer {
  /** Made by the container. */
  public CloakroomInitializer() {}

  @Override
  public void onStartup(@Nullable Set<Class<?>> found, ServletContext application)
      throws ServletException {
    Class<? extends ServletContainerInitializer> own = ownClass(application);
    if (own == CloakroomInitializer.class) {
      start(found, application);
    } else {
      made(own).onStartup(found, application);
    }
  }

  /**
   * The class that the application knows. Where a {@code web.xml} has an absolute ordering, some
   * servers load initializers past its class loader: a class that shares nothing with its beans.
   */
  private static Class<? extends ServletContainerInitializer> ownClass(ServletContext application)
      throws ServletException {
    try {
      String name = CloakroomInitializer.class.getName();
      return Class.forName(name, true, application.getClassLoader())
          .asSubclass(ServletContainerInitializer.class);
    } catch (ClassNotFoundException unknown) {
      throw new ServletException(
          "Cloakroom is not in the application that it is to start.", unknown);
    }
  }

  private static ServletContainerInitializer made(
      Class<? extends ServletContainerInitializer> initializer) throws ServletException {
    try {
      return initializer.getConstructor().newInstance();
    } catch (ReflectiveOperationException failure) {
      throw new ServletException(failure);
    }
  }

  private static void start(@Nullable Set<Class<?>> found, ServletContext application)
      throws ServletException {
    try {
      requireOneMechanism();
      register(found == null ? Set.of() : found, application);
    } catch (RuntimeException wrong) {
      throw RefusedStart.of(wrong, application);
    }
  }

  private static void requireOneMechanism() {
    MechanismCheck.problem()
        .ifPresent(
            problem -> {
              throw new IllegalStateException(problem);
            });
  }

  private static void register(Set<Class<?>> found, ServletContext application) {
    Deployment deployment = DeploymentStart.of(application);
    Settings settings = deployment.settings();
    Set<String> roles = settings.roles().isEmpty() ? RoleScan.of(found) : settings.roles();
    application.declareRoles(roles.toArray(String[]::new));
    EndpointServlets endpoints = new EndpointServlets(settings, application);
    endpoints.register();
    StartLine line = new StartLine(deployment, application);
    ProofServlets servlets = new ProofServlets(application);
    ServingGate gate =
        new ServingGate(
            line::log,
            new SharingCheck(),
            new FactorEndpointCheck(settings),
            endpoints,
            new RuleCheck(found, servlets, settings.access().unguarded()));
    Registration.of(deployment, gate, application);
    servlets.guard(deployment.rules().page());
    StepUpAdvice.log(found, settings.login().page());
    WebDescriptors.of(application).errorPages().tell(application);
    application.addListener(gate);
    application.addListener(StoreStart.class);
    application.addListener(line);
    if (settings.login().endsOnInvalidate()) {
      application.addListener(LogoutByInvalidation.class);
    }
    deployment.initialize(application.getContextPath(), roles);
  }
}

package dev.cloakroom.cdi;

import dev.cloakroom.config.InvalidSettingsException;
import dev.cloakroom.config.Settings;
import dev.cloakroom.crypto.UnusableKeyException;
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
  DeclareRoles.class,
  ServletSecurity.class
})
public final class CloakroomInitializer implements ServletContainerInitializer {
  /** Made by the container. */
  public CloakroomInitializer() {}

  @Override
  public void onStartup(@Nullable Set<Class<?>> found, ServletContext application)
      throws ServletException {
    try {
      requireOneMechanism();
      start(found == null ? Set.of() : found, application);
    } catch (IllegalStateException | InvalidSettingsException | UnusableKeyException wrong) {
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

  private static void start(Set<Class<?>> found, ServletContext application) {
    Deployment deployment = DeploymentStart.of(application);
    Settings settings = deployment.settings();
    Set<String> roles = settings.roles().isEmpty() ? RoleScan.of(found) : settings.roles();
    deployment.initialize(application.getContextPath(), roles);
    application.declareRoles(roles.toArray(String[]::new));
    EndpointServlets endpoints = new EndpointServlets(settings.endpoints(), application);
    endpoints.register();
    ServingGate gate =
        new ServingGate(
            new SharingCheck(), endpoints, new RuleCheck(found, settings.access().unguarded()));
    Registration.of(settings, gate, application);
    application.addListener(gate);
    application.addListener(StoreStart.class);
  }
}

package dev.cloakroom.cdi;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;

import dev.cloakroom.config.InvalidSettingsException;
import dev.cloakroom.config.Settings;
import dev.cloakroom.config.SettingsReader;
import dev.cloakroom.config.SettingsReport;
import dev.cloakroom.crypto.KeyRing;
import dev.cloakroom.crypto.UnusableKeyException;
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
 * GuardCheck}, which looks at the rules, and {@link StoreStart}, which looks at the store.
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
  private static final System.Logger LOG = System.getLogger("dev.cloakroom");

  /** Made by the container. */
  public CloakroomInitializer() {}

  @Override
  public void onStartup(@Nullable Set<Class<?>> found, ServletContext application)
      throws ServletException {
    requireOneMechanism();
    Deployment deployment = deployment(application);
    deployment.start(application.getClassLoader());
    Settings settings = deployment.settings();
    Set<String> roles = settings.roles().isEmpty() ? RoleScan.of(found) : settings.roles();
    application.declareRoles(roles.toArray(String[]::new));
    GuardCheck guards =
        new GuardCheck(found == null ? Set.of() : found, settings.access().unguarded());
    Registration.of(settings, guards, application);
    application.addListener(guards);
    application.addListener(StoreStart.class);
    if (settings.login().endsOnInvalidate()) {
      application.addListener(LogoutByInvalidation.class);
    }
  }

  private static void requireOneMechanism() throws ServletException {
    String problem = MechanismCheck.problem().orElse(null);
    if (problem != null) {
      LOG.log(ERROR, problem);
      throw new ServletException(problem);
    }
  }

  private static Deployment deployment(ServletContext application) throws ServletException {
    try {
      SettingsReport report = SettingsReader.read(Sources.of(application));
      report.warnings().forEach(warning -> LOG.log(WARNING, warning));
      KeyRing keys = Keys.of(report.settings().keys(), application.getClassLoader());
      return new Deployment(report.settings(), keys, application.getContextPath());
    } catch (InvalidSettingsException | UnusableKeyException wrong) {
      LOG.log(ERROR, wrong.getMessage());
      application.addListener(new RefusedStart(wrong));
      throw new ServletException(wrong.getMessage(), wrong);
    }
  }
}

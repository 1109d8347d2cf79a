package dev.cloakroom.cdi;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;

import dev.cloakroom.config.InvalidSettingsException;
import dev.cloakroom.config.Settings;
import dev.cloakroom.config.SettingsReader;
import dev.cloakroom.config.SettingsReport;
import dev.cloakroom.config.SettingsSource;
import dev.cloakroom.crypto.UnusableKeyException;
import jakarta.servlet.ServletContext;

/** Reads what an application is deployed with: when its initializer runs, or earlier. */
final class DeploymentStart {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom");

  private static final String EARLY =
      " A bean of the application needed Cloakroom before the web.xml could be read: settings that"
          + " stand there are still missing.";

  private DeploymentStart() {}

  /**
   * Reads the settings that can be read without a servlet context, for a bean that is made before
   * there is one.
   *
   * @throws IllegalStateException if they do not suffice
   */
  static Deployment early(ClassLoader application) {
    try {
      Settings settings = SettingsReader.read(Sources.ofTheProcess()).settings();
      return new Deployment(settings, Keys.of(settings, application));
    } catch (InvalidSettingsException | UnusableKeyException wrong) {
      String problem = wrong.getMessage() + EARLY;
      LOG.log(ERROR, problem);
      throw new IllegalStateException(problem, wrong);
    }
  }

  /**
   * Reads all settings; warns of what is odd in them.
   *
   * @return what was started early, where that is the same
   * @throws InvalidSettingsException if settings are wrong, or something has started without them
   * @throws UnusableKeyException if a key is
   */
  static Deployment of(ServletContext application) {
    SettingsSource source = Sources.of(application);
    SettingsReport report = SettingsReader.read(source);
    report.warnings().forEach(warning -> LOG.log(WARNING, warning));
    Settings settings = report.settings();
    ClassLoader loader = application.getClassLoader();
    Deployment deployment =
        Deployment.begin(loader, () -> new Deployment(settings, Keys.of(settings, loader)));
    if (!deployment.settings().equals(settings)) {
      SettingsReader.requireSame(Sources.ofTheProcess(), source);
    }
    Keys.warnUnlessTheyLast(settings, application.getContextPath());
    return deployment;
  }
}

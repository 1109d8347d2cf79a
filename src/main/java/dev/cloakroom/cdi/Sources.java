package dev.cloakroom.cdi;

import dev.cloakroom.config.Setting;
import dev.cloakroom.config.SettingsSource;
import jakarta.servlet.ServletContext;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where an application's settings come from: MicroProfile Config where the server has it, which
 * reads system properties, the environment and the application's own file; else the first two; and
 * last the servlet context's parameters, and where FORM authentication has its pages. The test kit
 * asks here, too.
 */
public final class Sources {

  private Sources() {}

  /** Those of an application. */
  public static SettingsSource of(ServletContext application) {
    SettingsSource given = SettingsSource.firstOf(List.of(ofTheProcess(), parameters(application)));
    return takesForms(given)
        ? SettingsSource.firstOf(List.of(given, WebDescriptors.of(application).formPages()))
        : given;
  }

  /** Whether the application's forms are those of FORM authentication, which names their pages. */
  private static boolean takesForms(SettingsSource given) {
    return "on".equalsIgnoreCase(given.value(Setting.LOGIN_FORM_ACTION.key()));
  }

  /** All but the servlet context's parameters: what can be read before there is one. */
  static SettingsSource ofTheProcess() {
    return isPresent("org.eclipse.microprofile.config.ConfigProvider")
        ? new MicroProfileSource()
        : SettingsSource.firstOf(List.of(SettingsSource.ofThisProcess(), ConfigFile.read()));
  }

  /** Whether the API of MicroProfile JWT is there, from the server or from the application. */
  static boolean hasMpJwt() {
    return isPresent("org.eclipse.microprofile.jwt.JsonWebToken");
  }

  static boolean isPresent(String className) {
    try {
      Class.forName(className, false, Sources.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError absent) {
      return false;
    }
  }

  private static SettingsSource parameters(ServletContext application) {
    Map<String, String> parameters = new HashMap<>();
    for (String name : Collections.list(application.getInitParameterNames())) {
      parameters.put(name, application.getInitParameter(name));
    }
    return SettingsSource.of("servlet context parameter", parameters);
  }
}

package dev.cloakroom.cdi;

import dev.cloakroom.config.Setting;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** Finds the data source that the settings name, in the server's own directory. */
final class DataSources {

  private DataSources() {}

  /**
   * The data source.
   *
   * @param setting which setting names it
   * @throws IllegalStateException if there is none of that name; says which setting to change
   */
  static DataSource of(Setting setting, String name) {
    try {
      if (lookUp(name) instanceof DataSource found) {
        return found;
      }
      throw new IllegalStateException(
          problem(setting, name) + "What has that name is no data source.");
    } catch (NamingException e) {
      throw new IllegalStateException(problem(setting, name) + "The server knows no such name.", e);
    }
  }

  @SuppressWarnings("BanJNDI") // the name is in the settings of whoever deploys the application
  private static Object lookUp(String name) throws NamingException {
    return InitialContext.doLookup(name);
  }

  private static String problem(Setting setting, String name) {
    return "Cloakroom does not start: "
        + setting.key()
        + "="
        + name
        + ". Allowed: the JNDI name of a javax.sql.DataSource. ";
  }
}

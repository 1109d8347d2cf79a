package dev.cloakroom.cdi;

import dev.cloakroom.config.SqlSettings;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** Finds the data source that the settings name, in the server's own directory. */
final class DataSources {

  private DataSources() {}

  /**
   * The data source.
   *
   * @throws IllegalStateException if there is none of that name; says which setting to change
   */
  static DataSource of(SqlSettings settings) {
    String name = settings.dataSource();
    try {
      if (lookUp(name) instanceof DataSource found) {
        return found;
      }
      throw new IllegalStateException(problem(name) + "What has that name is no data source.");
    } catch (NamingException e) {
      throw new IllegalStateException(problem(name) + "The server knows no such name.", e);
    }
  }

  @SuppressWarnings("BanJNDI") // the name is in the settings of whoever deploys the application
  private static Object lookUp(String name) throws NamingException {
    return InitialContext.doLookup(name);
  }

  private static String problem(String name) {
    return "Cloakroom does not start: cloakroom.sql.data-source="
        + name
        + ". Allowed: the JNDI name of a javax.sql.DataSource. ";
  }
}

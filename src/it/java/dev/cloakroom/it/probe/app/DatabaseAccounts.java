package dev.cloakroom.it.probe.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.DatabaseIdentityStoreDefinition;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** The specification's own database store, and one account for it in the server's data source. */
@ApplicationScoped
@DatabaseIdentityStoreDefinition(
    dataSourceLookup = DatabaseAccounts.DATABASE,
    callerQuery = "select password from probe_account where name = ?",
    groupsQuery = "select name from probe_membership where member = ?",
    hashAlgorithm = Pbkdf2PasswordHash.class,
    hashAlgorithmParameters = "Pbkdf2PasswordHash.Iterations=2048",
    priority = 90)
public class DatabaseAccounts {
  static final String DATABASE = "java:comp/DefaultDataSource";

  @Inject Pbkdf2PasswordHash hash;

  @SuppressWarnings("BanJNDI") // a constant name, looked up in the server's own directory
  void create(@Observes @Initialized(ApplicationScoped.class) Object started)
      throws SQLException, NamingException {
    DataSource database = InitialContext.doLookup(DATABASE);
    hash.initialize(Map.of("Pbkdf2PasswordHash.Iterations", "2048"));
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("drop table if exists probe_account");
      statement.execute("drop table if exists probe_membership");
      statement.execute("create table probe_account (name varchar(80), password varchar(400))");
      statement.execute("create table probe_membership (member varchar(80), name varchar(80))");
      insert(connection, "probe_account", "dora", hash.generate("in-database".toCharArray()));
      insert(connection, "probe_membership", "dora", "user");
      insert(connection, "probe_membership", "dora", "editor");
    }
  }

  private static void insert(Connection connection, String table, String first, String second)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("insert into " + table + " values (?, ?)")) {
      insert.setString(1, first);
      insert.setString(2, second);
      insert.executeUpdate();
    }
  }
}

package dev.cloakroom.it.password.app;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** A table of names and hashes in the server's data source, and how often each was replaced. */
public final class AccountTable {
  static final String DATABASE = "java:comp/DefaultDataSource";

  private final String name;

  AccountTable(String name) {
    this.name = name;
  }

  void create() {
    execute("drop table if exists " + name);
    execute(
        "create table "
            + name
            + " (name varchar(80), password varchar(400), replaced integer default 0)");
  }

  void insert(String caller, String hash) {
    execute("insert into " + name + " (name, password) values (?, ?)", caller, hash);
  }

  /** How often the hash was replaced, a blank, and the hash. */
  String stored(String caller) {
    return with(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "select replaced, password from " + name + " where name = ?")) {
            select.setString(1, caller);
            ResultSet row = select.executeQuery();
            return row.next() ? row.getInt(1) + " " + row.getString(2) : "";
          }
        });
  }

  static void execute(String sql, String... values) {
    with(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
              statement.setString(i + 1, values[i]);
            }
            return statement.executeUpdate();
          }
        });
  }

  private interface Work<T> {
    T in(Connection connection) throws SQLException;
  }

  @SuppressWarnings("BanJNDI") // a constant name, looked up in the server's own directory
  private static <T> T with(Work<T> work) {
    try {
      DataSource database = InitialContext.doLookup(DATABASE);
      try (Connection connection = database.getConnection()) {
        return work.in(connection);
      }
    } catch (NamingException | SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}

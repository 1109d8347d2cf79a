package dev.cloakroom.store.sql;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A file of the JAR that creates tables.
 *
 * @param name its name
 * @param tables what they are called
 */
record SchemaFile(String name, TableNames tables) {
  private static final String FOLDER = "dev/cloakroom/store/sql/";

  /** Where it is in the JAR. */
  String path() {
    return FOLDER + name;
  }

  /** Its statements, one by one. */
  List<String> statements() {
    String written = text().replaceAll("(?m)^--.*$", "");
    return Arrays.stream(tables.in(written).split(";", -1))
        .map(String::strip)
        .filter(statement -> !statement.isEmpty())
        .toList();
  }

  /** Runs them all. */
  void run(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String one : statements()) {
        statement.execute(one);
      }
    }
  }

  private String text() {
    try (InputStream in =
        Objects.requireNonNull(SchemaFile.class.getResourceAsStream(name), "no file " + name)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

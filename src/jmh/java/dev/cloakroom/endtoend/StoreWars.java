package dev.cloakroom.endtoend;

import dev.cloakroom.testing.DriverJars;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The demo WAR, packed anew with the driver of a store.
 *
 * @param demo the demo WAR
 * @param folder where the new ones are put; they go away with this process
 */
record StoreWars(Path demo, Path folder) {
  static final String DATA_SOURCE = "java:app/jdbc/sessions";

  private static final String WEB_XML =
      """
      <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
        <data-source>
          <name>%s</name>
          <class-name>org.postgresql.ds.PGSimpleDataSource</class-name>
          <server-name>127.0.0.1</server-name>
          <port-number>%d</port-number>
          <database-name>postgres</database-name>
          <user>postgres</user>
          <password>not asked for, but Payara wants one</password>
          <max-pool-size>16</max-pool-size>
        </data-source>
      </web-app>
      """;

  /** With the driver of Redis. */
  Path redis() throws IOException {
    return withLibraries("redis.war", DriverJars.jedis());
  }

  /** With the driver of PostgreSQL, and a data source for the server at this port. */
  Path postgres(int port) throws IOException {
    Path war = withLibraries("postgres.war", DriverJars.postgres());
    try (FileSystem content = FileSystems.newFileSystem(war)) {
      Files.writeString(content.getPath("WEB-INF/web.xml"), WEB_XML.formatted(DATA_SOURCE, port));
    }
    return war;
  }

  private Path withLibraries(String name, List<Path> libraries) throws IOException {
    Path war = Files.copy(demo, folder.resolve(name));
    war.toFile().deleteOnExit();
    try (FileSystem content = FileSystems.newFileSystem(war)) {
      Files.createDirectories(content.getPath("WEB-INF/lib"));
      for (Path library : libraries) {
        Files.copy(library, content.getPath("WEB-INF/lib/" + library.getFileName()));
      }
    }
    return war;
  }
}

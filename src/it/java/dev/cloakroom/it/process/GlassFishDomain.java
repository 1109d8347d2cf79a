package dev.cloakroom.it.process;

import static dev.cloakroom.it.process.Folders.replace;

import dev.cloakroom.it.RunningServer;
import dev.cloakroom.testing.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A domain of GlassFish as the tests need it, which never runs: the others are copies of it, on
 * ports of their own. To create one takes its time, for its keys above all.
 */
final class GlassFishDomain {
  static final String NAME = "domain";

  private static final Path INSTALLATION = Folders.property("glassfish.home").resolve("glassfish");
  private static final String CONFIGURATION = "config/domain.xml";
  private static final String HTTP = "http";
  private static final String HTTPS = "http.ssl.port";
  private static final String ADMIN = "admin";
  private static final List<String> OTHERS =
      List.of(
          "jms.port",
          "domain.jmxPort",
          "orb.listener.port",
          "orb.ssl.port",
          "orb.mutualauth.port",
          "osgi.shell.telnet.port",
          "java.debugger.port");
  private static final String DATA_SOURCE =
      """
      <jdbc-connection-pool name="probe" datasource-classname="org.h2.jdbcx.JdbcDataSource"
          res-type="javax.sql.DataSource">
        <property name="url" value="jdbc:h2:mem:probe;DB_CLOSE_DELAY=-1"/>
        <property name="user" value="sa"/>
        <property name="password" value="sa"/>
      </jdbc-connection-pool>
      """;

  private static @Nullable GlassFishDomain first;

  private final Path folder;
  private final Map<String, Integer> ports;

  private GlassFishDomain(Path folder, Map<String, Integer> ports) {
    this.folder = folder;
    this.ports = ports;
  }

  /** The one that there is, created when it is first asked for. */
  static synchronized GlassFishDomain first() throws IOException {
    GlassFishDomain created = first;
    if (created == null) {
      Path around = Path.of("target", "shared-servers", RunningServer.name(), "first-domain");
      created = new GlassFishDomain(Folders.emptied(around), ports(HttpPorts.free()));
      created.create();
      first = created;
    }
    return created;
  }

  private static Map<String, Integer> ports(HttpPorts answering) {
    Map<String, Integer> ports = new HashMap<>();
    ports.put(HTTP, answering.http());
    ports.put(HTTPS, answering.https());
    ports.put(ADMIN, FreePort.any());
    OTHERS.forEach(name -> ports.put(name, FreePort.any()));
    return ports;
  }

  private void create() throws IOException {
    String others =
        Stream.concat(Stream.of(HTTPS), OTHERS.stream())
            .map(name -> name + "=" + ports.get(name))
            .collect(Collectors.joining(":"));
    Java.run(
        asadmin(
            folder,
            "create-domain",
            "--nopassword",
            "--savelogin=false",
            "--checkports=false",
            "--instanceport=" + ports.get(HTTP),
            "--adminport=" + ports.get(ADMIN),
            "--domainproperties=" + others),
        folder.resolve("create-domain.log"));
    Path domain = folder.resolve(NAME);
    Files.copy(INSTALLATION.resolve("domains/domain1/lib/h2.jar"), domain.resolve("lib/h2.jar"));
    Path configuration = domain.resolve(CONFIGURATION);
    Java.run(
        Java.with("server-config/glassfish/Loopback.java", configuration.toString()),
        folder.resolve("loopback.log"));
    Folders.edit(configuration, text -> withRoom(lookingOften(withDataSource(text))));
  }

  private static String withDataSource(String text) {
    String before = "<jdbc-resource pool-name=\"DerbyPool\"";
    return replace(text, before, DATA_SOURCE + before.replace("DerbyPool", "probe"));
  }

  private static String lookingOften(String text) {
    String before = "<property value=\"default\" name=\"adminConsoleStartup\" />";
    return replace(
        text, before, "<das-config autodeploy-polling-interval-in-seconds=\"1\"/>" + before);
  }

  /** For the applications of all tests: no other server is given as little by itself. */
  private static String withRoom(String text) {
    return replace(
        text, "<jvm-options>-Xmx512m</jvm-options>", "<jvm-options>-Xmx1536m</jvm-options>");
  }

  /** Makes another domain. */
  void copyTo(Path domain, HttpPorts answering) throws IOException {
    Folders.copy(folder.resolve(NAME), domain);
    Map<String, Integer> others = ports(answering);
    Map<String, String> next = new HashMap<>();
    ports.forEach((name, port) -> next.put(port.toString(), String.valueOf(others.get(name))));
    Pattern any = Pattern.compile("\\b(" + String.join("|", next.keySet()) + ")\\b");
    Folders.edit(
        domain.resolve(CONFIGURATION),
        text -> any.matcher(text).replaceAll(found -> next.get(found.group())));
  }

  /** A command about the domain in a folder. */
  static ProcessBuilder asadmin(Path folder, String command, String... options) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(
        List.of("-jar", INSTALLATION.resolve("lib/client/appserver-cli.jar").toString(), command));
    arguments.addAll(List.of("--domaindir", folder.toString()));
    arguments.addAll(List.of(options));
    arguments.add(NAME);
    return Java.with(arguments.toArray(String[]::new));
  }
}

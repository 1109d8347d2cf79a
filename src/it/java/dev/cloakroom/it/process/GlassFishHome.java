package dev.cloakroom.it.process;

import static dev.cloakroom.it.process.Folders.replace;

import dev.cloakroom.testing.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A new domain of GlassFish, on ports of its own and on the loopback address. */
record GlassFishHome(Path folder, HttpPorts ports) implements ServerHome {
  private static final Path INSTALLATION = Folders.property("glassfish.home").resolve("glassfish");
  private static final String DOMAIN = "domain";
  private static final String[] OTHER_PORTS = {
    "jms.port",
    "domain.jmxPort",
    "orb.listener.port",
    "orb.ssl.port",
    "orb.mutualauth.port",
    "osgi.shell.telnet.port",
    "java.debugger.port"
  };
  private static final DropFolder.Markers MARKERS =
      new DropFolder.Markers("_deployed", "_deployFailed", "_undeployed");
  private static final String DATA_SOURCE =
      """
      <jdbc-connection-pool name="probe" datasource-classname="org.h2.jdbcx.JdbcDataSource"
          res-type="javax.sql.DataSource">
        <property name="url" value="jdbc:h2:mem:probe;DB_CLOSE_DELAY=-1"/>
        <property name="user" value="sa"/>
        <property name="password" value="sa"/>
      </jdbc-connection-pool>
      """;

  @Override
  public void layOut(Variant variant) throws IOException {
    create();
    Files.copy(INSTALLATION.resolve("domains/domain1/lib/h2.jar"), domain().resolve("lib/h2.jar"));
    Path configuration = domain().resolve("config/domain.xml");
    Java.run(
        Java.with("server-config/glassfish/Loopback.java", configuration.toString()),
        folder.resolve("loopback.log"));
    Folders.edit(configuration, text -> withRoom(lookingOften(withDataSource(text))));
  }

  private Path domain() {
    return folder.resolve(DOMAIN);
  }

  private void create() throws IOException {
    String others =
        Stream.of(OTHER_PORTS)
            .map(name -> name + "=" + FreePort.any())
            .collect(Collectors.joining(":", "http.ssl.port=" + ports.https() + ":", ""));
    Java.run(
        asadmin(
            "create-domain",
            "--nopassword",
            "--savelogin=false",
            "--checkports=false",
            "--instanceport=" + ports.http(),
            "--adminport=" + FreePort.any(),
            "--domainproperties=" + others),
        folder.resolve("create-domain.log"));
  }

  private static String withDataSource(String text) {
    String first = "<jdbc-resource pool-name=\"DerbyPool\"";
    return replace(text, first, DATA_SOURCE + first.replace("DerbyPool", "probe"));
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

  private ProcessBuilder asadmin(String command, String... options) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(
        List.of("-jar", INSTALLATION.resolve("lib/client/appserver-cli.jar").toString(), command));
    arguments.addAll(List.of("--domaindir", folder.toString()));
    arguments.addAll(List.of(options));
    arguments.add(DOMAIN);
    return Java.with(arguments.toArray(String[]::new));
  }

  @Override
  public ProcessBuilder process() {
    ProcessBuilder process = asadmin("start-domain", "--verbose");
    // as server-config advises
    process
        .environment()
        .put("JAVA_TOOL_OPTIONS", "-Dorg.jboss.weld.bootstrap.concurrentDeployment=false");
    return process;
  }

  @Override
  public String ready() {
    return "NCLS-CORE-00017";
  }

  @Override
  public Deployments deployments() {
    return new DropFolder(domain().resolve("autodeploy"), MARKERS);
  }
}

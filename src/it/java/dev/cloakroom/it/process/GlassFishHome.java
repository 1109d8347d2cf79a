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
import org.jspecify.annotations.Nullable;

/** A new domain of GlassFish, on ports of its own and on the loopback address. */
record GlassFishHome(Path folder, DropFolder drop) implements ServerHome {
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
  private static final String DATA_SOURCE =
      """
      <jdbc-connection-pool name="probe" datasource-classname="org.h2.jdbcx.JdbcDataSource"
          res-type="javax.sql.DataSource">
        <property name="url" value="jdbc:h2:mem:probe;DB_CLOSE_DELAY=-1"/>
        <property name="user" value="sa"/>
        <property name="password" value="sa"/>
      </jdbc-connection-pool>
      """;

  static GlassFishHome in(Path folder, HttpPorts ports) throws IOException {
    create(folder, ports);
    Path domain = folder.resolve(DOMAIN);
    Files.copy(
        INSTALLATION.resolve("domains/domain1/lib/h2.jar"),
        domain.resolve("lib").resolve("h2.jar"));
    Folders.edit(
        domain.resolve("config/domain.xml"),
        text -> lookingOften(withDataSource(onLoopback(text))));
    DropFolder.Markers markers =
        new DropFolder.Markers("_deployed", "_deployFailed", "_undeployed");
    return new GlassFishHome(folder, new DropFolder(domain.resolve("autodeploy"), markers));
  }

  private static void create(Path folder, HttpPorts ports) throws IOException {
    String others =
        Stream.of(OTHER_PORTS)
            .map(name -> name + "=" + FreePort.any())
            .collect(Collectors.joining(":", "http.ssl.port=" + ports.https() + ":", ""));
    Java.run(
        asadmin(
            "create-domain",
            folder,
            "--nopassword",
            "--savelogin=false",
            "--checkports=false",
            "--instanceport=" + ports.http(),
            "--adminport=" + FreePort.any(),
            "--domainproperties=" + others),
        folder.resolve("create-domain.log"));
  }

  private static String onLoopback(String text) {
    String listening =
        replace(text, "<network-listener port=", "<network-listener address=\"127.0.0.1\" port=");
    String managed = replace(listening, "address=\"0.0.0.0\"", "address=\"127.0.0.1\"");
    return replace(managed, "host=\"localhost\"", "host=\"127.0.0.1\"");
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

  private static ProcessBuilder asadmin(String command, Path folder, String... options) {
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
    return asadmin("start-domain", folder, "--verbose");
  }

  @Override
  public Path log() {
    return folder.resolve("server.log");
  }

  @Override
  public boolean isReady(String log) {
    return log.contains("NCLS-CORE-00017");
  }

  @Override
  public void put(Path war) throws IOException {
    drop.put(war);
  }

  @Override
  public @Nullable Outcome outcome(String war, String since) {
    return drop.outcome(war);
  }

  @Override
  public void remove(String war) throws IOException {
    drop.remove(war);
  }

  @Override
  public boolean isGone(String war, String since) {
    return drop.isGone(war);
  }
}

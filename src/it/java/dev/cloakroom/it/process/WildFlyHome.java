package dev.cloakroom.it.process;

import static dev.cloakroom.it.process.Folders.replace;

import dev.cloakroom.testing.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A base folder of WildFly's: its configuration as the build has made it, then the variant. */
record WildFlyHome(Path folder, HttpPorts ports) implements ServerHome {
  private static final Path INSTALLATION = Folders.property("wildfly.home");
  private static final String MP_JWT =
      "<extension module=\"org.wildfly.extension.microprofile.jwt-";
  private static final String ADVISED = " integrated-jaspi=\"false\"";

  @Override
  public void layOut(Variant variant) throws IOException {
    Folders.copy(INSTALLATION.resolve("standalone/configuration"), folder.resolve("configuration"));
    Folders.edit(
        folder.resolve("configuration/standalone.xml"),
        text -> configured(scanningOften(withoutDeployments(text)), variant));
    Files.createDirectories(drop());
  }

  private Path drop() {
    return folder.resolve("deployments");
  }

  /** Those of the server that Arquillian may be running now. */
  private static String withoutDeployments(String text) {
    return text.replaceAll("(?s)<deployments>.*</deployments>", "");
  }

  private static String scanningOften(String text) {
    return replace(text, "scan-interval=\"5000\"", "scan-interval=\"100\"");
  }

  private static String configured(String text, Variant variant) {
    return switch (variant) {
      case AS_ADVISED, TURKISH, ARABIC, UNDER_LOAD, CROWDED -> replace(text, ADVISED, ADVISED);
      case AS_IT_COMES -> replace(text, ADVISED, "");
      case WITHOUT_MP_JWT ->
          replace(
              replace(text, MP_JWT + "smallrye\"/>", ""),
              "<subsystem xmlns=\"urn:wildfly:microprofile-jwt-smallrye:1.0\"/>",
              "");
    };
  }

  /** With what its own script gives it, so that it can ask an LDAP directory. */
  @Override
  public ProcessBuilder process() {
    return Java.with(
        "--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED",
        "-Djboss.home.dir=" + INSTALLATION,
        "-Djboss.server.base.dir=" + folder,
        "-Djboss.bind.address=127.0.0.1",
        "-Djboss.bind.address.management=127.0.0.1",
        "-Djboss.http.port=" + ports.http(),
        "-Djboss.https.port=" + ports.https(),
        "-Djboss.management.http.port=" + FreePort.any(),
        "-jar",
        INSTALLATION.resolve("jboss-modules.jar").toString(),
        "-mp",
        INSTALLATION.resolve("modules").toString(),
        "org.jboss.as.standalone");
  }

  @Override
  public String ready() {
    return "WFLYSRV0025";
  }

  @Override
  public Deployments deployments() {
    return new DropFolder(drop(), new DropFolder.Markers(".deployed", ".failed", ".undeployed"));
  }
}

package dev.cloakroom.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cloakroom.demo.CallerResource;
import dev.cloakroom.demo.DemoApplication;
import dev.cloakroom.endtoend.floor.FloorMechanism;
import dev.cloakroom.endtoend.mpjwt.MpJwtApplication;
import dev.cloakroom.endtoend.mpjwt.OpenResource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Packs the WARs that Cloakroom is compared with. Both hold the very resource class of the demo, so
 * that only what stands in front of it differs.
 */
final class ComparisonWar {

  // The roles must be declared to the server, and neither WAR brings something that does it.
  private static final String WEB_XML =
      """
      <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
        <security-role><role-name>user</role-name></security-role>
        <security-role><role-name>admin</role-name></security-role>
      </web-app>
      """;

  private final ZipOutputStream zip;

  private ComparisonWar(ZipOutputStream zip) {
    this.zip = zip;
  }

  /** The folder and what is packed into it go away with this process. */
  static Path temporaryFolder() throws IOException {
    Path folder = Files.createTempDirectory("end-to-end");
    folder.toFile().deleteOnExit();
    return folder;
  }

  /** A constant caller logged in without any look-up. */
  static Path floor(Path folder) throws IOException {
    Path war = temporaryFile(folder, "floor.war");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(war))) {
      new ComparisonWar(zip).addAll(DemoApplication.class, FloorMechanism.class);
    }
    return war;
  }

  /** The server's own MicroProfile JWT, which trusts the signer's public key. */
  static Path mpJwt(Path folder, Rs256Signer signer) throws IOException {
    Path war = temporaryFile(folder, "mpjwt.war");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(war))) {
      ComparisonWar content = new ComparisonWar(zip);
      content.addAll(MpJwtApplication.class, OpenResource.class);
      content.add(
          "WEB-INF/classes/META-INF/microprofile-config.properties",
          "mp.jwt.verify.issuer=%s%nmp.jwt.verify.publickey=%s%n"
              .formatted(Rs256Signer.ISSUER, signer.publicKey()));
    }
    return war;
  }

  private static Path temporaryFile(Path folder, String name) {
    Path file = folder.resolve(name);
    file.toFile().deleteOnExit();
    return file;
  }

  private void addAll(Class<?>... ownClasses) throws IOException {
    add("WEB-INF/web.xml", WEB_XML);
    addClass(CallerResource.class.getName());
    addClass(CallerResource.class.getPackageName() + ".Caller");
    for (Class<?> ownClass : List.of(ownClasses)) {
      addClass(ownClass.getName());
    }
  }

  private void addClass(String name) throws IOException {
    String path = name.replace('.', '/') + ".class";
    try (InputStream bytes = ComparisonWar.class.getResourceAsStream("/" + path)) {
      if (bytes == null) {
        throw new IOException("The class file " + path + " is not on the class path");
      }
      zip.putNextEntry(new ZipEntry("WEB-INF/classes/" + path));
      bytes.transferTo(zip);
    }
  }

  private void add(String path, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(path));
    zip.write(text.getBytes(UTF_8));
  }
}

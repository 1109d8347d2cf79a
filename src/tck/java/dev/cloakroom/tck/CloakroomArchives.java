package dev.cloakroom.tck;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.tck.config.PublicKeyAsJWKLocationURLTest;
import org.eclipse.microprofile.jwt.tck.config.PublicKeyAsPEMLocationURLTest;
import org.eclipse.microprofile.jwt.tck.container.jaxrs.RolesAllowedTest;
import org.eclipse.microprofile.jwt.tck.container.jaxrs.RsaKeySignatureTest;
import org.eclipse.microprofile.jwt.tck.container.jaxrs.jwe.RolesAllowedSignEncryptTest;
import org.jboss.arquillian.container.test.spi.client.deployment.ApplicationArchiveProcessor;
import org.jboss.arquillian.test.spi.TestClass;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ArchivePath;
import org.jboss.shrinkwrap.api.ArchivePaths;
import org.jboss.shrinkwrap.api.asset.Asset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Adds to each application of the TCK what an application of Cloakroom has: our JAR above all. */
public final class CloakroomArchives implements ApplicationArchiveProcessor {
  private static final ArchivePath CONFIGURATION =
      ArchivePaths.create("META-INF/microprofile-config.properties");

  /** For the three applications that come without any, written for MicroProfile JWT 1.0. */
  private static final String ISSUER_OF_THE_TCK =
      """
      mp.jwt.verify.issuer=https://server.example.com
      mp.jwt.verify.publickey.location=/publicKey.pem
      """;

  /** A role that is another group, as the tests of it ask for. */
  private static final String MAPPED =
      "\ncloakroom.issuers.mp-jwt.groups-map=group1=group1,group1=Group1MappedRole\n";

  /** What must be asked for: first of all to take a key of 1024 bits. */
  private static final Map<Class<?>, String> MORE =
      Map.of(
          RsaKeySignatureTest.class,
          "\ncloakroom.issuers.mp-jwt.short-rsa-keys=allow-forgery\n",
          RolesAllowedTest.class,
          MAPPED,
          RolesAllowedSignEncryptTest.class,
          MAPPED);

  /** They fetch their own keys from the root of the server. */
  private static final Set<Class<?>> AT_THE_ROOT =
      Set.of(PublicKeyAsPEMLocationURLTest.class, PublicKeyAsJWKLocationURLTest.class);

  private static final Server SERVER = Server.ofThisRun();

  /** Made by Arquillian. */
  public CloakroomArchives() {}

  @Override
  public void process(Archive<?> archive, TestClass test) {
    if (archive instanceof WebArchive war) {
      war.addAsLibraries(new File(System.getProperty("cloakroom.jar")));
      SERVER.prepare(war);
      Class<?> type = test.getJavaClass();
      war.add(new StringAsset(given(war) + MORE.getOrDefault(type, "")), CONFIGURATION);
      if (AT_THE_ROOT.contains(type)) {
        SERVER.putAtTheRoot(war);
      }
    }
  }

  private static String given(WebArchive war) {
    return war.contains(CONFIGURATION)
        ? text(war.get(CONFIGURATION).getAsset())
        : ISSUER_OF_THE_TCK;
  }

  private static String text(Asset asset) {
    try (InputStream in = asset.openStream()) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.cloakroom.it.browser;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * An authority of the tests' own, and the certificate that it has given to all {@link Site}s. A
 * browser that is told to ignore a wrong one leaves features out.
 *
 * @param authority for a browser to trust
 * @param sites for servers
 */
record Certificates(Certificate authority, SSLContext sites) {
  private static final Path KEYTOOL = Path.of(System.getProperty("java.home"), "bin", "keytool");
  private static final String PASSWORD = "in-tests-only";
  private static final String AUTHORITY = "authority";

  static final Certificates OF_THESE_TESTS = made();

  private static Certificates made() {
    try {
      KeyStore keys = keys(Files.createTempDirectory("cloakroom-certificates"));
      Certificate authority = keys.getCertificate(AUTHORITY);
      keys.deleteEntry(AUTHORITY);
      return new Certificates(authority, context(keys));
    } catch (IOException | GeneralSecurityException failed) {
      throw new IllegalStateException("no certificates can be made", failed);
    }
  }

  private static KeyStore keys(Path folder) throws IOException, GeneralSecurityException {
    Path file = folder.resolve("keys.p12");
    generate(file, AUTHORITY, "-ext", "bc:critical=ca:true", "-ext", "ku:critical=keyCertSign");
    generate(file, "sites", "-signer", AUTHORITY, "-ext", "san=" + Site.alternativeNames());
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    Files.delete(file);
    Files.delete(folder);
    return keys;
  }

  private static void generate(Path file, String alias, String... more) {
    List<String> options =
        List.of(
            "-genkeypair",
            "-keystore",
            file.toString(),
            "-storepass",
            PASSWORD,
            "-alias",
            alias,
            "-dname",
            "CN=" + alias,
            "-keyalg",
            "EC",
            "-groupname",
            "secp256r1",
            "-validity",
            "2");
    Command.run(KEYTOOL, Stream.concat(options.stream(), Stream.of(more)).toArray(String[]::new));
  }

  private static SSLContext context(KeyStore keys) throws GeneralSecurityException {
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}

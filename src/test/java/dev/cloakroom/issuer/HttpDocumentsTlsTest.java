package dev.cloakroom.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.cloakroom.testing.Daemon;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose certificate is taken, from a server that has one for {@code localhost}. */
@Tag("J23")
class HttpDocumentsTlsTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  private static SSLContext trusting;
  private static HttpsServer server;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    trusting = context(madeByKeytool(folder.resolve("localhost.p12")));
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.setHttpsConfigurator(new HttpsConfigurator(trusting));
    server.setExecutor(work -> Daemon.start("fake-issuer", work));
    server.createContext(
        "/",
        exchange -> {
          byte[] body = "{\"keys\":[]}".getBytes(UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterAll
  static void stop() {
    server.stop(0);
  }

  private static KeyStore madeByKeytool(Path file) throws Exception {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "localhost",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-keyalg",
                "EC",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD))
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), UTF_8);
    assertThat(keytool.waitFor()).as(said).isZero();
    return load(file);
  }

  private static KeyStore load(Path file) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    // a store that is trusted has certificates of their own
    store.setCertificateEntry("trusted", store.getCertificate("localhost"));
    return store;
  }

  private static SSLContext context(KeyStore store) throws Exception {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD);
    TrustManagerFactory trusted =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trusted.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trusted.getTrustManagers(), null);
    return context;
  }

  private static URI address(String host) {
    return URI.create("https://" + host + ":" + server.getAddress().getPort() + "/jwks");
  }

  private static HttpDocuments trusting() {
    return new HttpDocuments(HttpClient.newBuilder().sslContext(trusting));
  }

  @Test
  void get_certificateThatIsTrusted_isRead() throws Exception {
    assertThat(trusting().get(address("localhost")).json()).containsOnlyKeys("keys");
  }

  @Test
  void get_certificateOfAnotherHost_isRefused() {
    assertThatExceptionOfType(UnusableDocumentException.class)
        .isThrownBy(() -> trusting().get(address("127.0.0.1")))
        .withMessageContaining("127.0.0.1");
  }

  @Test
  void get_certificateOfNobody_isRefused() {
    assertThatExceptionOfType(UnusableDocumentException.class)
        .isThrownBy(() -> new HttpDocuments().get(address("localhost")))
        .withMessageContaining("PKIX path building failed");
  }
}

package dev.cloakroom.store.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.store.Records;
import dev.cloakroom.testing.ManualClock;
import dev.cloakroom.testing.RedisProcess;
import dev.cloakroom.testing.Relay;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Redis behind TLS, of which the JDK's trust store decides. */
class RedisTlsTest {
  private static final String TRUST_STORE = "javax.net.ssl.trustStore";
  private static final String TRUST_PASSWORD = "javax.net.ssl.trustStorePassword";
  private static final String PASSWORD = "changeit";

  private static Path trusted;
  private static Relay relay;

  private final ManualClock clock = ManualClock.atNoon();

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    Path keys = folder.resolve("server.p12");
    new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "redis",
            "-keyalg",
            "EC",
            "-dname",
            "CN=localhost",
            "-ext",
            "SAN=dns:localhost",
            "-storetype",
            "PKCS12",
            "-keystore",
            keys.toString(),
            "-storepass",
            PASSWORD)
        .inheritIO()
        .start()
        .onExit()
        .join();
    KeyStore store = KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray());
    trusted = folder.resolve("trusted.p12");
    writeTrusted(store.getCertificate("redis"));
    relay = Relay.to(RedisProcess.shared().port(), tls(store));
  }

  private static void writeTrusted(Certificate certificate) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("redis", certificate);
    try (OutputStream out = Files.newOutputStream(trusted)) {
      store.store(out, PASSWORD.toCharArray());
    }
  }

  private static ServerSocketFactory tls(KeyStore store) throws Exception {
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context.getServerSocketFactory();
  }

  @AfterAll
  static void stop() {
    relay.close();
  }

  @BeforeEach
  void emptyStore() {
    RedisProcess.shared().command("FLUSHALL");
  }

  @AfterEach
  void trustAsBefore() {
    System.clearProperty(TRUST_STORE);
    System.clearProperty(TRUST_PASSWORD);
  }

  private RedisSessionStore store(String host) {
    return RedisStores.at("rediss://" + host + ":" + relay.port(), clock);
  }

  private static void trust() {
    System.setProperty(TRUST_STORE, trusted.toString());
    System.setProperty(TRUST_PASSWORD, PASSWORD);
  }

  @Test
  void server_thatIsTrusted_isUsed() {
    trust();
    try (RedisSessionStore store = store("localhost")) {
      var record = Records.login("alice", clock.instant());
      assertThat(store.create(record)).isTrue();
      assertThat(store.find(record.id())).isEqualTo(record);
    }
  }

  @Test
  void server_ofAnotherName_isUnavailable() {
    trust();
    try (RedisSessionStore store = store("127.0.0.1")) {
      assertThatThrownBy(() -> store.find("any")).isInstanceOf(StoreUnavailableException.class);
    }
  }

  @Test
  void server_thatIsNotTrusted_isUnavailable() {
    try (RedisSessionStore store = store("localhost")) {
      assertThatThrownBy(() -> store.find("any")).isInstanceOf(StoreUnavailableException.class);
    }
  }

  @Test
  void changes_areHeardOverTls() {
    trust();
    WatchedNode node = new WatchedNode("rediss://localhost:" + relay.port(), clock);
    try (var cache = node.cache()) {
      var record = Records.login("alice", clock.instant());
      assertThat(cache.create(record)).isTrue();
      node.await(record.id());
      assertThat(cache.find(record.id())).isEqualTo(record);
    }
  }
}

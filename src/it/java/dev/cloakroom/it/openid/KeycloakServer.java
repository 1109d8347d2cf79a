package dev.cloakroom.it.openid;

import dev.cloakroom.testing.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * A Keycloak of its own, on the loopback, with the realm {@code shop} and a database in memory.
 * Must be closed.
 */
final class KeycloakServer implements AutoCloseable {
  private static final Path HOME = Path.of(System.getProperty("keycloak.home")).toAbsolutePath();
  private static final Path REALM = Path.of("src/it/resources/keycloak/shop-realm.json");
  private static final String ADMIN = "admin";

  private final IssuerProcess process;
  private final String server;

  private KeycloakServer(IssuerProcess process, String server) {
    this.process = process;
    this.server = server;
  }

  /** Starts one and waits until it answers. */
  static KeycloakServer start() throws IOException, InterruptedException {
    Path realms = Files.createDirectories(HOME.resolve("data/import"));
    Files.copy(REALM, realms.resolve("shop-realm.json"), StandardCopyOption.REPLACE_EXISTING);
    int port = FreePort.any();
    String server = "http://127.0.0.1:" + port;
    return new KeycloakServer(
        IssuerProcess.start(command(port), realmOf(server), HOME.resolve("keycloak.log")), server);
  }

  private static ProcessBuilder command(int port) {
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                "/bin/sh",
                HOME.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--db=dev-mem",
                "--cache=local",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--hostname=http://127.0.0.1:" + port,
                "--import-realm"));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
    builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN);
    return builder;
  }

  private static String realmOf(String server) {
    return server + "/realms/shop";
  }

  /** The realm's address, which is its issuer's name. */
  String realm() {
    return realmOf(server);
  }

  /** What administrators do. */
  KeycloakAdmin admin() {
    return new KeycloakAdmin(server, ADMIN);
  }

  /** It answers nobody from now on (SIGKILL). */
  void kill() {
    process.kill();
  }

  @Override
  public void close() {
    process.close();
  }
}

package dev.cloakroom.it.keycloak;

import dev.cloakroom.testing.Await;
import dev.cloakroom.testing.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A Keycloak of its own, on the loopback, with the realm {@code shop} and a database in memory.
 * Must be closed.
 */
final class KeycloakServer implements AutoCloseable {
  private static final Path HOME = Path.of(System.getProperty("keycloak.home")).toAbsolutePath();
  private static final Path REALM = Path.of("src/it/resources/keycloak/shop-realm.json");
  private static final Await START = new Await(Duration.ofMinutes(3), Duration.ofMillis(200));
  private static final String ADMIN = "admin";

  private final Process process;
  private final int port;

  private KeycloakServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts one and waits until it answers. */
  static KeycloakServer start() throws IOException, InterruptedException {
    Path realms = Files.createDirectories(HOME.resolve("data/import"));
    Files.copy(REALM, realms.resolve("shop-realm.json"), StandardCopyOption.REPLACE_EXISTING);
    Path log = HOME.resolve("keycloak.log");
    int port = FreePort.any();
    Process process = command(port).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    KeycloakServer started = new KeycloakServer(process, port);
    started.awaitStart(log);
    return started;
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

  private void awaitStart(Path log) throws IOException, InterruptedException {
    boolean answers = START.until(() -> isUp() || !process.isAlive()) && isUp();
    if (!answers) {
      close();
      throw new IllegalStateException("Keycloak has not started:\n" + Files.readString(log));
    }
  }

  private boolean isUp() throws InterruptedException {
    HttpRequest asked =
        HttpRequest.newBuilder(URI.create(realm() + "/.well-known/openid-configuration")).build();
    try {
      return HttpClient.newHttpClient().send(asked, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** The realm's address, which is its issuer's name. */
  String realm() {
    return "http://127.0.0.1:" + port + "/realms/shop";
  }

  /** What administrators do. */
  KeycloakAdmin admin() {
    return new KeycloakAdmin("http://127.0.0.1:" + port, ADMIN);
  }

  /** It answers nobody from now on (SIGKILL). */
  void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    process.onExit().join();
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException interrupted) {
      kill();
      Thread.currentThread().interrupt();
    }
  }
}

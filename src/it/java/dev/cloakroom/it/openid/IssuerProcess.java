package dev.cloakroom.it.openid;

import dev.cloakroom.it.process.ProcessTree;
import dev.cloakroom.testing.Await;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A process that is an issuer of tokens. Must be closed. */
final class IssuerProcess implements AutoCloseable {
  private static final Await START = new Await(Duration.ofMinutes(3), Duration.ofMillis(200));

  private final Process process;

  private IssuerProcess(Process process) {
    this.process = process;
  }

  /**
   * Starts one and waits until it answers.
   *
   * @param issuer where it will be, and how it names itself
   * @param log what it says, which an exception repeats if it does not start
   */
  static IssuerProcess start(ProcessBuilder command, String issuer, Path log)
      throws IOException, InterruptedException {
    Process process = command.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    IssuerProcess started = new IssuerProcess(process);
    boolean answers = START.until(() -> isUp(issuer) || !process.isAlive()) && isUp(issuer);
    if (!answers) {
      started.close();
      throw new IllegalStateException(
          issuer + " has not started:" + System.lineSeparator() + Files.readString(log));
    }
    return started;
  }

  private static boolean isUp(String issuer) throws InterruptedException {
    HttpRequest asked =
        HttpRequest.newBuilder(URI.create(issuer + "/.well-known/openid-configuration")).build();
    try {
      return HttpClient.newHttpClient().send(asked, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** It answers nobody from now on (SIGKILL). */
  void kill() {
    new ProcessTree(process.toHandle()).kill();
  }

  @Override
  public void close() {
    new ProcessTree(process.toHandle()).stop();
  }
}

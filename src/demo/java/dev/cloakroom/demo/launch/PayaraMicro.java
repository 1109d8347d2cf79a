package dev.cloakroom.demo.launch;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One Payara Micro in a child process. It inherits the environment, so settings given as {@code
 * CLOAKROOM_…} reach the application. {@link #close()} may be called from any thread, more than
 * once.
 */
public final class PayaraMicro implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofMinutes(2);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(15);
  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration SILENCE = Duration.ofMillis(750);
  private static final Duration SILENCE_LIMIT = Duration.ofSeconds(5);

  private final Launch launch;
  private final Process process;
  private final PassedOutput output;

  private PayaraMicro(Launch launch, Process process, PassedOutput output) {
    this.launch = launch;
    this.process = process;
    this.output = output;
  }

  /**
   * Starts the server; it is not ready yet.
   *
   * @param jvmOptions options of the child's Java, such as {@code -Xmx512m}
   * @param log where the server's output goes
   * @throws LaunchException if a port is taken or Java cannot be started
   */
  public static PayaraMicro start(Launch launch, List<String> jvmOptions, OutputStream log)
      throws LaunchException {
    launch.ports().requireFree();
    try {
      Process process =
          new ProcessBuilder(launch.command(jvmOptions)).redirectErrorStream(true).start();
      PassedOutput output = new PassedOutput(System::nanoTime);
      output.start(process.getInputStream(), log);
      return new PayaraMicro(launch, process, output);
    } catch (IOException failed) {
      throw new LaunchException(1, "Payara Micro cannot be started: " + failed.getMessage());
    }
  }

  /**
   * Waits until {@code GET path} answers 200 and the server has written what it has to say.
   *
   * @throws LaunchException if the server dies, or is not ready within 120 s
   */
  public void awaitReady(String path) throws LaunchException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + launch.ports().http() + path);
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    long limit = System.nanoTime() + START_LIMIT.toNanos();
    for (int status = get(client, uri); status != 200; status = get(client, uri)) {
      requireAlive();
      if (System.nanoTime() > limit) {
        throw new LaunchException(
            1,
            "%s did not answer 200 within %d s, last was %d; the lines above may say why."
                .formatted(uri, START_LIMIT.toSeconds(), status));
      }
    }
    awaitSilence();
  }

  /** Waits until the server ends by itself or is closed; answers its exit code. */
  public int awaitEnd() throws InterruptedException {
    return process.waitFor();
  }

  /** Stops the server: asks first, and kills it after 15 s. */
  @Override
  public void close() {
    // Not Process.destroy(), which would also close the output: what the server says while it stops
    // is still passed on.
    process.toHandle().destroy();
    try {
      if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void requireAlive() throws LaunchException, InterruptedException {
    if (process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
      int code = process.exitValue();
      throw new LaunchException(
          code == 0 ? 1 : code,
          "Payara Micro ended with code " + code + " before it was ready; its last lines say why.");
    }
  }

  private void awaitSilence() throws InterruptedException {
    long limit = System.nanoTime() + SILENCE_LIMIT.toNanos();
    while (!output.isSilentFor(SILENCE) && System.nanoTime() < limit) {
      if (process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    }
  }

  // The status, 0 when nobody answers yet.
  private static int get(HttpClient client, URI uri) throws InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10)).build();
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException notYet) {
      return 0;
    }
  }
}

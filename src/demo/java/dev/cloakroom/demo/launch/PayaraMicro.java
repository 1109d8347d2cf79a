package dev.cloakroom.demo.launch;

import dev.cloakroom.testing.Await;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One Payara Micro in a child process. It inherits the environment, so settings given as {@code
 * CLOAKROOM_…} reach the application. {@link #close()} may be called from any thread, more than
 * once.
 */
public final class PayaraMicro implements AutoCloseable {

  private static final int UNAVAILABLE = 503;
  private static final Duration START_LIMIT = Duration.ofMinutes(2);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(15);
  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration SILENCE = Duration.ofMillis(750);
  private static final Await SILENT = new Await(Duration.ofSeconds(5), POLL);

  private final Launch launch;
  private final Process process;
  private final PassedOutput output;
  private final NodeClient client;

  private PayaraMicro(Launch launch, Process process, PassedOutput output) {
    this.launch = launch;
    this.process = process;
    this.output = output;
    this.client = new NodeClient(launch.ports().http());
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
   * @throws LaunchException if the server dies, does not start the application, or is not ready
   *     within 120 s
   */
  public void awaitReady(String path) throws LaunchException, InterruptedException {
    if (!new Await(START_LIMIT, POLL).until(() -> isServed(path))) {
      throw new LaunchException(
          1,
          "http://127.0.0.1:%d%s did not answer 200 within %d s; the lines above may say why."
              .formatted(launch.ports().http(), path, START_LIMIT.toSeconds()));
    }
    SILENT.until(() -> output.isSilentFor(SILENCE) || !process.isAlive());
  }

  /**
   * It says that it is ready when it has deployed what it can: what is not served then never is.
   */
  private boolean isServed(String path) throws LaunchException, InterruptedException {
    requireAlive();
    boolean hasDeployed = log().saysReady();
    boolean isServed = client.get(path) == 200;
    if (hasDeployed && !isServed) {
      throw new LaunchException(1, "The application does not start.\n" + log().refusal());
    }
    return isServed;
  }

  /**
   * Requires that a login can be kept, in whatever store that is.
   *
   * @throws LaunchException if the store does not answer
   */
  void requireStore(NodeClient.Paths paths, String credentials)
      throws LaunchException, InterruptedException {
    try {
      if (client.logInAndOut(paths, credentials) == UNAVAILABLE) {
        throw new LaunchException(
            1, "The store of login sessions does not answer.\n" + log().troubleOfStore());
      }
    } catch (IOException broken) {
      throw new LaunchException(1, "Payara Micro does not answer a login: " + broken.getMessage());
    }
  }

  private StartLog log() {
    return new StartLog(output.text());
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
    output.awaitEnd();
  }

  private void requireAlive() throws LaunchException {
    if (!process.isAlive()) {
      int code = process.exitValue();
      throw new LaunchException(
          code == 0 ? 1 : code,
          "Payara Micro ended with code " + code + " before it was ready; its last lines say why.");
    }
  }
}

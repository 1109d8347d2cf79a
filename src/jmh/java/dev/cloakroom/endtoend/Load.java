package dev.cloakroom.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** Sends one case's request over and over on a few kept-alive connections. */
interface Load {

  /** As many as keep two cores busy without queueing for long. */
  int CONNECTIONS = 16;

  /**
   * Runs for the given time.
   *
   * @return answers per second, every one of them a 2xx
   * @throws IOException if a request fails or is answered by anything but 2xx
   */
  double requestsPerSecond(BenchmarkCase which, Duration time)
      throws IOException, InterruptedException;

  /** wrk where it is installed, since it costs the server the least; else the JDK's client. */
  static Load best() {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(folder -> Path.of(folder, "wrk"))
        .filter(Files::isExecutable)
        .findFirst()
        .<Load>map(WrkLoad::new)
        .orElseGet(JdkLoad::new);
  }
}

package dev.cloakroom.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Load by <a href="https://github.com/wg/wrk">wrk</a>, one thread.
 *
 * @param wrk the program
 */
record WrkLoad(Path wrk) implements Load {

  private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
  private static final Pattern FAILURE = Pattern.compile("Non-2xx.*|Socket errors.*");

  @Override
  public double requestsPerSecond(BenchmarkCase which, Duration time)
      throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command(which, time)).redirectErrorStream(true).start();
    try {
      String report = new String(process.getInputStream().readAllBytes(), UTF_8);
      process.waitFor();
      return rate(which, report);
    } finally {
      process.destroy();
    }
  }

  private List<String> command(BenchmarkCase which, Duration time) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(wrk.toString(), "-t1", "-c" + CONNECTIONS));
    command.add("-d" + time.toSeconds() + "s");
    which.headers().forEach((name, value) -> command.addAll(List.of("-H", name + ": " + value)));
    command.add(which.uri().toString());
    return command;
  }

  static double rate(BenchmarkCase which, String report) throws IOException {
    Matcher failure = FAILURE.matcher(report);
    if (failure.find()) {
      throw new IOException(which + " failed: " + failure.group());
    }
    Matcher rate = RATE.matcher(report);
    if (!rate.find()) {
      throw new IOException(which + ": no rate in the report of wrk:\n" + report);
    }
    return Double.parseDouble(rate.group(1));
  }
}

package dev.cloakroom.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.readme.Readme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's commands, run one after the other as a reader would. */
@OnServer
class ReadmeIT {
  private static final Pattern COMMAND = Pattern.compile("(curl .*?)\\s+# (\\d{3})");
  private final RunningServer server;

  ReadmeIT(RunningServer server) {
    this.server = server;
  }

  @Test
  void commands_inTheirOrder_giveTheStatusTheyName(@TempDir Path folder) throws Exception {
    List<String> lines =
        Readme.blocks("sh").stream()
            .flatMap(String::lines)
            .filter(line -> line.startsWith("curl"))
            .toList();

    assertThat(lines).hasSize(10);
    for (String line : lines) {
      Matcher command = COMMAND.matcher(line);
      assertThat(command.matches()).as(line).isTrue();
      assertThat(run(command.group(1), folder)).as(line).endsWith(command.group(2));
    }
  }

  private String run(String command, Path folder) throws IOException, InterruptedException {
    String here = command.replace("http://localhost:8080/", server.http().toString());
    Process shell =
        new ProcessBuilder("bash", "-c", here + " -w '%{http_code}'")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(shell.getInputStream().readAllBytes(), UTF_8);
    assertThat(shell.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return output;
  }
}

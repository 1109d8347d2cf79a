package dev.cloakroom.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The flows of curl and of Python's requests and httpx. Only with {@code -Pclients}: they must be
 * on the machine then.
 */
@OnServer
@Tag("clients")
class ClientsIT {

  @Test
  void flowsOfEveryClient_pass(RunningServer server) throws Exception {
    Process run =
        new ProcessBuilder(
                "src/it/clients/run.sh",
                server.http("/api").toString(),
                server.https("/api").toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(run.waitFor()).as(said).isZero();
    assertThat(said).contains("All clients passed.");
  }
}

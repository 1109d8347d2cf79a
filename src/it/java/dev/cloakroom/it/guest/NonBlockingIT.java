package dev.cloakroom.it.guest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.RunningServer;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** What listeners read and write, and trailers: with Cloakroom as without. */
@OnServerWith(GuestWars.class)
class NonBlockingIT {
  private static final String TEXT = "gruesse ".repeat(50_000);

  private final RunningServer server;

  NonBlockingIT(ServerProcess process) {
    server = process.server();
  }

  private HttpResponse<String> echo(String application) throws Exception {
    return server
        .client()
        .send(
            HttpRequest.newBuilder(server.http(application + "echo"))
                .POST(BodyPublishers.ofString(TEXT))
                .build(),
            BodyHandlers.ofString());
  }

  @Test
  void bodyThatListenersReadAndWrite_comesBack() throws Exception {
    assertThat(echo("without/").body()).isEqualTo(TEXT);
    assertThat(echo("guarded/").body()).isEqualTo(TEXT);
  }

  private String withTrailers(String application) throws IOException {
    URI page = server.http(application + "trailers");
    String request =
        ("POST " + page.getPath() + " HTTP/1.1\r\nHost: " + page.getAuthority())
            + "\r\nTE: trailers\r\nConnection: close\r\nTransfer-Encoding: chunked"
            + "\r\nTrailer: X-Sum\r\n\r\n5\r\nhello\r\n0\r\nX-Sum: 5\r\n\r\n";
    try (Socket socket = new Socket(page.getHost(), page.getPort())) {
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      String answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
      return answer.replaceAll("(?i)(date|server|x-powered-by):[^\r]*\r\n", "");
    }
  }

  @Test
  void trailers_comeAndGo() throws IOException {
    String answer = withTrailers("guarded/");
    assertThat(answer).isEqualTo(withTrailers("without/")).contains("hello true");
  }
}

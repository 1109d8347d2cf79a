package dev.cloakroom.demo.launch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks a node of the demo over plain HTTP. Thread-safe. */
final class NodeClient {
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI root;

  NodeClient(int port) {
    this.root = URI.create("http://127.0.0.1:" + port);
  }

  /** The status of {@code GET path}, 0 when nobody answers yet. */
  int get(String path) throws InterruptedException {
    try {
      return client.send(to(path).build(), BodyHandlers.discarding()).statusCode();
    } catch (IOException notYet) {
      return 0;
    }
  }

  /**
   * Logs in and out again, so that the store is asked.
   *
   * @param credentials as a form
   * @return the status of the login
   */
  int logInAndOut(Paths paths, String credentials) throws IOException, InterruptedException {
    HttpRequest login =
        to(paths.login())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(credentials))
            .build();
    HttpResponse<Void> answer = client.send(login, BodyHandlers.discarding());
    for (String cookie : answer.headers().allValues("Set-Cookie")) {
      HttpRequest logout =
          to(paths.logout())
              .header("Cookie", cookie.split(";", 2)[0])
              .POST(BodyPublishers.noBody())
              .build();
      client.send(logout, BodyHandlers.discarding());
    }
    return answer.statusCode();
  }

  /** Where to log in and out. */
  record Paths(String login, String logout) {}

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(root.resolve(path)).timeout(LONGEST);
  }
}

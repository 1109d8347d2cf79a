package dev.cloakroom.it.crossorigin;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.cloakroom.it.RunningServer;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Opens WebSockets, and closes them again. */
record Handshake(RunningServer server) {

  /**
   * What the server refuses one with; null if it opens it.
   *
   * @param headers names and values in turn
   */
  @Nullable HttpResponse<?> refusal(String path, String... headers)
      throws InterruptedException, TimeoutException, ExecutionException {
    WebSocket.Builder builder = server.client().newWebSocketBuilder();
    for (int i = 0; i < headers.length; i += 2) {
      builder.header(headers[i], headers[i + 1]);
    }
    URI address = URI.create("ws://" + server.http().getAuthority() + "/" + path);
    try {
      WebSocket opened = builder.buildAsync(address, new WebSocket.Listener() {}).get(30, SECONDS);
      opened.abort();
      return null;
    } catch (ExecutionException refused) {
      if (refused.getCause() instanceof WebSocketHandshakeException why) {
        return why.getResponse();
      }
      throw refused;
    }
  }
}

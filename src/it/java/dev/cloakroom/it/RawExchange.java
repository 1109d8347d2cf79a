package dev.cloakroom.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;

/**
 * A request written byte by byte, for what no HTTP client would send, and all that came back.
 *
 * @param text the answer; empty if the server only closed the connection
 */
record RawExchange(String text) {
  private static final int TIMEOUT_MILLIS = 10_000;

  /** Sends a request without a body for a target that is taken as it is. */
  static RawExchange of(RunningServer server, String method, String target, String... headers) {
    String request =
        "%s %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\nContent-Length: 0\r\n%s\r\n"
            .formatted(method, target, server.http().getAuthority(), lines(headers));
    try (Socket socket = new Socket(server.http().getHost(), server.http().getPort())) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      return new RawExchange(new String(socket.getInputStream().readAllBytes(), ISO_8859_1));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String lines(String... headers) {
    StringBuilder lines = new StringBuilder();
    for (String header : headers) {
      lines.append(header).append("\r\n");
    }
    return lines.toString();
  }

  int status() {
    return Integer.parseInt(text.substring("HTTP/1.1 ".length(), "HTTP/1.1 ".length() + 3));
  }

  String body() {
    return text.substring(text.indexOf("\r\n\r\n") + 4);
  }
}

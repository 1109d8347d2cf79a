package dev.cloakroom.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;
import java.util.List;

/**
 * A request written byte by byte, for what no HTTP client would send, and all that came back.
 *
 * @param text the answer; empty if the server only closed the connection
 */
public record RawExchange(String text) {
  private static final int TIMEOUT_MILLIS = 10_000;

  /** Sends a request without a body for a target that is taken as it is. */
  static RawExchange of(RunningServer server, String method, String target, String... headers) {
    return at(server.http(), method, target, "", headers);
  }

  /** Sends a request to a server, for a target that is taken as it is. */
  public static RawExchange at(
      URI server, String method, String target, String body, String... headers) {
    try (Socket socket = sent(server, method, target, body, headers)) {
      return new RawExchange(new String(socket.getInputStream().readAllBytes(), ISO_8859_1));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Sends a request, and closes the connection when the answer begins. */
  public static void cutOff(URI server, String target, String... headers) {
    try (Socket socket = sent(server, "GET", target, "", headers)) {
      socket.setSoLinger(true, 0);
      socket.getInputStream().read();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Socket sent(
      URI server, String method, String target, String body, String... headers) throws IOException {
    String request =
        "%s %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\nContent-Length: %d\r\n%s\r\n%s"
            .formatted(method, target, server.getAuthority(), body.length(), lines(headers), body);
    Socket socket = new Socket(server.getHost(), server.getPort());
    socket.setSoTimeout(TIMEOUT_MILLIS);
    socket.getOutputStream().write(request.getBytes(ISO_8859_1));
    return socket;
  }

  private static String lines(String... headers) {
    StringBuilder lines = new StringBuilder();
    for (String header : headers) {
      lines.append(header).append("\r\n");
    }
    return lines.toString();
  }

  /** The status. */
  public int status() {
    return Integer.parseInt(text.substring("HTTP/1.1 ".length(), "HTTP/1.1 ".length() + 3));
  }

  /** The values of {@code Set-Cookie}, in their order. */
  public List<String> cookies() {
    return values("Set-Cookie");
  }

  /** The values of a header, in their order. */
  public List<String> values(String header) {
    String start = header + ":";
    return Arrays.stream(text.substring(0, text.indexOf("\r\n\r\n")).split("\r\n", -1))
        .filter(line -> line.regionMatches(true, 0, start, 0, start.length()))
        .map(line -> line.substring(start.length()).strip())
        .toList();
  }

  /** Whether it is a problem with this reason. */
  public boolean hasReason(String reason) {
    return text.contains("\"reason\":\"" + reason + "\"");
  }

  String body() {
    return text.substring(text.indexOf("\r\n\r\n") + 4);
  }
}

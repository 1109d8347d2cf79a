package dev.cloakroom.it.truth;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Sends headers as often as a test says, {@code Host} too, for what no HTTP client would send. */
final class RawClient {
  private static final int TIMEOUT_MILLIS = 30_000;

  private final URI base;

  RawClient(URI base) {
    this.base = base;
  }

  /** The server's origin, as a page of it sends it. */
  String origin() {
    return "http://" + base.getAuthority();
  }

  String host() {
    return base.getAuthority();
  }

  /** What came back. */
  record RawAnswer(String text) {
    int status() {
      return Integer.parseInt(text.substring("HTTP/1.1 ".length(), "HTTP/1.1 ".length() + 3));
    }

    List<String> cookies() {
      String name = "set-cookie:";
      List<String> values = new ArrayList<>();
      for (String line : text.substring(0, text.indexOf("\r\n\r\n")).split("\r\n", -1)) {
        if (line.toLowerCase(Locale.ROOT).startsWith(name)) {
          values.add(line.substring(name.length()).strip());
        }
      }
      return values;
    }

    boolean hasReason(String reason) {
      return text.contains("\"reason\":\"" + reason + "\"");
    }
  }

  RawAnswer post(String path, String... headers) {
    return send("POST", path, "", headers);
  }

  RawAnswer get(String path, String... headers) {
    return send("GET", path, "", headers);
  }

  /** Logs in as the probe's own store has it. */
  RawAnswer login(String name, String... headers) {
    String body = "{\"username\":\"%s\",\"password\":\"pw-%s\"}".formatted(name, name);
    List<String> all = new ArrayList<>(List.of(headers));
    all.add("Content-Type: application/json");
    return send("POST", "auth/login", body, all.toArray(String[]::new));
  }

  private RawAnswer send(String method, String path, String body, String... headers) {
    String request =
        "%s %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\nContent-Length: %d\r\n%s\r\n%s"
            .formatted(method, base.getPath() + path, host(), body.length(), lines(headers), body);
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      return new RawAnswer(new String(socket.getInputStream().readAllBytes(), ISO_8859_1));
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
}

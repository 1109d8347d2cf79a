package dev.cloakroom.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;
import java.util.function.Function;

/** Speaks the protocol of Redis, but answers to each command what a test wants. */
public final class CannedServer implements Closeable {
  private final ServerSocket listening;
  private final Function<String, String> answers;

  private CannedServer(ServerSocket listening, Function<String, String> answers) {
    this.listening = listening;
    this.answers = answers;
  }

  /** A server that answers to a command's name, in capitals, with a line of the protocol. */
  public static CannedServer answering(Function<String, String> answers) {
    return at(0, answers);
  }

  /** One at a port that nobody else listens on; 0 for any. */
  public static CannedServer at(int port, Function<String, String> answers) {
    try {
      ServerSocket listening = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
      CannedServer server = new CannedServer(listening, answers);
      Daemon.start("canned-server", server::accept);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The answer that is a text of several lines. */
  public static String text(String content) {
    return "$" + content.length() + "\r\n" + content;
  }

  /** What {@code cloakroom.redis.uri} is for it. */
  public String uri() {
    return "redis://127.0.0.1:" + listening.getLocalPort();
  }

  @Override
  public void close() {
    try {
      listening.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        Daemon.start("canned-server", () -> serve(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        BufferedReader in =
            new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8))) {
      for (String count = in.readLine(); count != null; count = in.readLine()) {
        String name = command(in, Integer.parseInt(count.substring(1)));
        client.getOutputStream().write((answers.apply(name) + "\r\n").getBytes(UTF_8));
      }
    } catch (IOException gone) {
      // The client has left.
    }
  }

  /** Each part of a command is a line with its length, and itself. */
  private static String command(BufferedReader in, int parts) throws IOException {
    String first = "";
    for (int part = 0; part < parts; part++) {
      in.readLine();
      String text = in.readLine();
      first = part == 0 ? String.valueOf(text) : first;
    }
    return first.toUpperCase(Locale.ROOT);
  }
}

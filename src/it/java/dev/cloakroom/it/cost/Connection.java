package dev.cloakroom.it.cost;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;

/**
 * One connection, kept alive for as long as the server lets it, which reads of each answer no more
 * than it must: a client on the machine of the server must not take what the server needs. Not
 * thread-safe.
 */
final class Connection implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 30_000;
  private static final String HEAD_END = "\r\n\r\n";
  private static final String LENGTH = "\r\ncontent-length:";
  private static final String CHUNKED = "\r\ntransfer-encoding:";
  private static final String LAST_CHUNK = "0\r\n\r\n";
  private static final String CLOSE = "\r\nconnection: close";

  private final URI server;
  private final byte[] buffer = new byte[1 << 16];
  private Socket socket;
  private int filled;

  Connection(URI server) throws IOException {
    this.server = server;
    this.socket = open();
  }

  private Socket open() throws IOException {
    Socket opened = new Socket(server.getHost(), server.getPort());
    opened.setTcpNoDelay(true);
    opened.setSoTimeout(TIMEOUT_MILLIS);
    return opened;
  }

  /** Sends a request and gives the status of its answer. */
  int send(byte[] request) throws IOException {
    socket.getOutputStream().write(request);
    filled = 0;
    int end = readUntil(HEAD_END);
    String head = text(0, end).toLowerCase(Locale.ROOT);
    int length = head.indexOf(LENGTH);
    if (length >= 0) {
      readTo(end + number(head, length + LENGTH.length()));
    } else if (head.contains(CHUNKED)) {
      readUntil(LAST_CHUNK);
    }
    if (head.contains(CLOSE)) {
      close();
      socket = open();
    }
    return number(head, "HTTP/1.1".length());
  }

  private int readUntil(String mark) throws IOException {
    int found = -1;
    while (found < 0) {
      readTo(filled + 1);
      found = text(0, filled).indexOf(mark);
    }
    return found + mark.length();
  }

  private void readTo(int wanted) throws IOException {
    while (filled < wanted) {
      int read = socket.getInputStream().read(buffer, filled, buffer.length - filled);
      if (read < 0) {
        throw new EOFException("the server has closed the connection");
      }
      filled += read;
    }
  }

  private String text(int from, int to) {
    return new String(buffer, from, to - from, ISO_8859_1);
  }

  private static int number(String text, int from) {
    int begin = from;
    while (text.charAt(begin) == ' ') {
      begin++;
    }
    int end = begin;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    return Integer.parseInt(text.substring(begin, end));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

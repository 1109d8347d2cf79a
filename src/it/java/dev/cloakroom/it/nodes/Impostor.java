package dev.cloakroom.it.nodes;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cloakroom.testing.Daemon;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Listens at the port of a server that is gone, and is of no use to its clients. */
final class Impostor implements Closeable {
  private static final int QUEUE = 50;
  private static final int LONGEST_SILENCE = 1_000;
  private static final int ASKS_FOR_ENCRYPTION = 80_877_103;
  private static final int ASKS_FOR_GSS = 80_877_104;
  private static final String STARTING =
      "SFATAL\0VFATAL\0C57P03\0Mthe database system is starting up\0\0";

  private final ServerSocket listening;
  private final Manners manners;

  private interface Manners {
    void receive(Socket client) throws IOException;
  }

  private Impostor(int port, Manners manners) throws IOException {
    this.listening = new ServerSocket(port, QUEUE, InetAddress.getLoopbackAddress());
    this.manners = manners;
    Daemon.start("impostor", this::accept);
  }

  /** One that resets each connection. */
  static Impostor resetting(int port) throws IOException {
    return new Impostor(port, client -> client.setSoLinger(true, 0));
  }

  /**
   * One that says what a PostgreSQL says which recovers.
   *
   * @see <a href="https://www.postgresql.org/docs/current/protocol-message-formats.html">the
   *     messages</a>
   */
  static Impostor startingPostgres(int port) throws IOException {
    return new Impostor(port, Impostor::refuseAsPostgres);
  }

  private static void refuseAsPostgres(Socket client) throws IOException {
    DataInputStream in = new DataInputStream(client.getInputStream());
    DataOutputStream out = new DataOutputStream(client.getOutputStream());
    int length = in.readInt();
    int code = in.readInt();
    while (code == ASKS_FOR_ENCRYPTION || code == ASKS_FOR_GSS) {
      out.writeByte('N');
      length = in.readInt();
      code = in.readInt();
    }
    in.skipNBytes(length - 2L * Integer.BYTES);
    out.writeByte('E');
    out.writeInt(Integer.BYTES + STARTING.length());
    out.write(STARTING.getBytes(US_ASCII));
  }

  private void accept() {
    while (!listening.isClosed()) {
      try (Socket client = listening.accept()) {
        client.setSoTimeout(LONGEST_SILENCE);
        manners.receive(client);
      } catch (IOException gone) {
        // The client has left, or this is closed.
      }
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}

package dev.cloakroom.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/**
 * Stands between a client and a server: passes on what they say to each other, counts how often the
 * client waits for an answer, and can be cut or fall silent.
 */
public final class Relay implements AutoCloseable {
  private final ServerSocket listening;
  private final int target;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final AtomicInteger roundTrips = new AtomicInteger();
  private final AtomicInteger answersToLose = new AtomicInteger();
  private volatile CountDownLatch passing = new CountDownLatch(0);

  private Relay(ServerSocket listening, int target) {
    this.listening = listening;
    this.target = target;
  }

  /** A relay to a port of the loopback interface. */
  public static Relay to(int target) {
    return to(target, ServerSocketFactory.getDefault());
  }

  /** A relay to such a port, which speaks to its clients as the factory's sockets do. */
  public static Relay to(int target, ServerSocketFactory factory) {
    return between(0, target, factory);
  }

  /** The same on a port that was found before, or on any for 0. */
  public static Relay between(int port, int target, ServerSocketFactory factory) {
    try {
      ServerSocket listening =
          factory.createServerSocket(port, 50, InetAddress.getLoopbackAddress());
      Relay relay = new Relay(listening, target);
      Daemon.start("relay", relay::accept);
      return relay;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where clients connect. */
  public int port() {
    return listening.getLocalPort();
  }

  /** How often a client said something and then waited for the answer. */
  public int roundTrips() {
    return roundTrips.get();
  }

  /** Ends the connection instead of passing on the next answer. */
  public void loseAnAnswer() {
    answersToLose.incrementAndGet();
  }

  /** Ends all connections; new ones are welcome. */
  public void cut() {
    open.forEach(Relay::close);
    open.clear();
  }

  /** Passes nothing on from now on, but keeps the connections. */
  public void fallSilent() {
    passing = new CountDownLatch(1);
  }

  /** Passes on again, also what was held back. */
  public void speakAgain() {
    passing.countDown();
  }

  @Override
  public void close() {
    try {
      listening.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      speakAgain();
      cut();
    }
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        open.add(client);
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        open.add(server);
        AtomicInteger waiting = new AtomicInteger();
        Daemon.start("relay", () -> pass(client, server, () -> waiting.set(1)));
        Daemon.start("relay", () -> pass(server, client, () -> answered(waiting)));
      } catch (IOException e) {
        cut();
      }
    }
  }

  private void answered(AtomicInteger waiting) throws IOException {
    roundTrips.addAndGet(waiting.getAndSet(0));
    if (answersToLose.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw new IOException("lost on purpose");
    }
  }

  private interface Passed {
    void run() throws IOException;
  }

  private void pass(Socket from, Socket to, Passed passed) {
    byte[] buffer = new byte[8_192];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        passing.await();
        passed.run();
        out.write(buffer, 0, read);
        out.flush();
      }
    } catch (IOException cut) {
      // Either side has gone: try-with-resources lets go of the other one.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

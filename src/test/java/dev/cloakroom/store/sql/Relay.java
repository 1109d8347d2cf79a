package dev.cloakroom.store.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** Passes on what goes over one connection, and counts how often the client waits for an answer. */
final class Relay implements AutoCloseable {
  private final ServerSocket entrance;
  private final int target;
  private final AtomicInteger roundTrips = new AtomicInteger();
  private boolean asking;

  Relay(int target) throws IOException {
    this.entrance = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    this.target = target;
    start(this::accept);
  }

  int port() {
    return entrance.getLocalPort();
  }

  int roundTrips() {
    return roundTrips.get();
  }

  private void accept() {
    try {
      Socket client = entrance.accept();
      Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
      start(() -> pass(client, server, this::asked));
      start(() -> pass(server, client, this::answered));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized void asked() {
    if (!asking) {
      asking = true;
      roundTrips.incrementAndGet();
    }
  }

  private synchronized void answered() {
    asking = false;
  }

  private static void pass(Socket from, Socket to, Runnable seen) {
    byte[] buffer = new byte[65_536];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        seen.run();
        out.write(buffer, 0, read);
      }
    } catch (IOException e) {
      // One of the two has gone, and so does the other.
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "relay");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    entrance.close();
  }
}

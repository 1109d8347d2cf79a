package dev.cloakroom.store.redis;

import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Connection;
import redis.clients.jedis.HostAndPort;

/**
 * A server, and the connections to it that nobody uses just now. The one used last is taken first,
 * so that those not needed grow old; an old one is closed, not used, since a firewall or the server
 * may have dropped it without a word, and nobody could say whether what is asked on it was done.
 *
 * <p>There are no more connections than threads that call. Safe for use by several threads.
 */
final class Node implements AutoCloseable {
  private static final long OLD = Duration.ofSeconds(30).toNanos();

  private final HostAndPort address;
  private final Supplier<Connection> opener;
  private final LongSupplier nanoTime;
  private final Deque<Idle> idle = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  private record Idle(Connection connection, long since) {}

  Node(HostAndPort address, Supplier<Connection> opener, LongSupplier nanoTime) {
    this.address = address;
    this.opener = opener;
    this.nanoTime = nanoTime;
  }

  HostAndPort address() {
    return address;
  }

  /** A connection for the calling thread alone, to be given back. */
  Connection take() {
    Idle next = idle.pollFirst();
    while (next != null) {
      if (!isOld(next)) {
        return next.connection();
      }
      Closing.quietly(next.connection());
      next = idle.pollFirst();
    }
    return opener.get();
  }

  /** Takes back a connection on which every answer was read. */
  void giveBack(Connection connection) {
    if (connection.isBroken()) {
      Closing.quietly(connection);
      return;
    }
    idle.addFirst(new Idle(connection, nanoTime.getAsLong()));
    closeOldest();
    if (closed) {
      closeIdle();
    }
  }

  @Override
  public void close() {
    closed = true;
    closeIdle();
  }

  private void closeOldest() {
    Idle oldest = idle.peekLast();
    if (oldest != null && isOld(oldest) && idle.removeLastOccurrence(oldest)) {
      Closing.quietly(oldest.connection());
    }
  }

  private void closeIdle() {
    @Nullable Idle next = idle.pollFirst();
    while (next != null) {
      Closing.quietly(next.connection());
      next = idle.pollFirst();
    }
  }

  private boolean isOld(Idle one) {
    return nanoTime.getAsLong() - one.since() > OLD;
  }
}

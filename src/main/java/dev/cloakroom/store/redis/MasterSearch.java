package dev.cloakroom.store.redis;

import static java.lang.System.Logger.Level.ERROR;

import dev.cloakroom.store.remote.UnusableStoreException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Connection;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * The server that has the application's keys: found and checked when it is first needed, and again
 * after it was left. One thread searches and the others wait for what it finds, so that a server
 * that hangs is not tried by all of them one after the other. Safe for use by several threads.
 */
final class MasterSearch implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom.store.redis");

  private final Locator locator;
  private final Dialing dialing;
  private final ServerCheck check;
  private final LongSupplier nanoTime;
  private final AtomicReference<@Nullable Node> inUse = new AtomicReference<>();
  private final AtomicReference<@Nullable FutureTask<Outcome>> running = new AtomicReference<>();
  private volatile String reported = "";
  private volatile boolean closed;

  private sealed interface Outcome {}

  private record Found(Node node) implements Outcome {}

  private record NotFound(Failure failure, RuntimeException why) implements Outcome {}

  MasterSearch(Locator locator, Dialing dialing, ServerCheck check, LongSupplier nanoTime) {
    this.locator = locator;
    this.dialing = dialing;
    this.check = check;
    this.nanoTime = nanoTime;
  }

  /** The server, as it is known, or else as it is found now. */
  Node node() throws FailedCallException {
    Node known = inUse.get();
    if (known != null) {
      return known;
    }
    Outcome outcome = searched();
    if (outcome instanceof NotFound none) {
      throw new FailedCallException(none.failure(), none.why());
    }
    return ((Found) outcome).node();
  }

  /**
   * Whether a server is the one in use; looks again if it is known to be no longer the right one.
   */
  boolean isInUse(HostAndPort address) {
    Node known = inUse.get();
    if (known == null || !known.address().equals(address)) {
      return false;
    }
    if (locator.hasMovedFrom(address)) {
      leave(known);
      return false;
    }
    return true;
  }

  /** This server is not to be used any more; does nothing if it is not. */
  void leave(Node node) {
    if (inUse.compareAndSet(node, null)) {
      node.close();
    }
  }

  @Override
  public void close() {
    closed = true;
    Node known = inUse.get();
    if (known != null) {
      leave(known);
    }
    locator.close();
  }

  private Outcome searched() throws FailedCallException {
    FutureTask<Outcome> mine = new FutureTask<>(this::search);
    FutureTask<Outcome> search = running.compareAndExchange(null, mine);
    if (search == null) {
      search = mine;
      mine.run();
      running.set(null);
    }
    try {
      return search.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FailedCallException(Failure.REFUSED, new JedisException("nobody waits", e));
    } catch (ExecutionException e) {
      throw new FailedCallException(Failure.REFUSED, new JedisException("no answer to read", e));
    }
  }

  private Outcome search() {
    Node known = inUse.get();
    if (known != null) {
      return new Found(known);
    }
    try {
      return new Found(entered());
    } catch (JedisDataException refused) {
      return new NotFound(Failure.of(refused), refused);
    } catch (JedisException unreachable) {
      return new NotFound(Failure.WRONG_SERVER, unreachable);
    } catch (UnusableStoreException unusable) {
      report(unusable);
      return new NotFound(Failure.UNUSABLE, unusable);
    }
  }

  private Node entered() {
    HostAndPort address = locator.locate();
    Connection first = dialing.commands(address);
    try {
      check.check(address, first);
    } catch (RuntimeException e) {
      Closing.quietly(first);
      throw e;
    }
    Node node = new Node(address, () -> dialing.commands(address), nanoTime);
    node.giveBack(first);
    inUse.set(node);
    if (closed) {
      leave(node);
    }
    return node;
  }

  private void report(UnusableStoreException unusable) {
    String text = String.valueOf(unusable.getMessage());
    if (!text.equals(reported)) {
      reported = text;
      LOG.log(ERROR, text);
    }
  }
}

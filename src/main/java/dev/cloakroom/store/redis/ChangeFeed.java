package dev.cloakroom.store.redis;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import dev.cloakroom.store.remote.ChangeListener;
import dev.cloakroom.store.remote.StoreThreads;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tells a listener of changes as long as it is not closed, connecting again and again. One thread
 * hears; another one asks for a sign of life each second, so that something is always due, and a
 * channel on which nothing arrives is known to be dead.
 */
final class ChangeFeed implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom.store.redis");
  private static final Duration BEAT = Duration.ofSeconds(1);
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(3);
  private static final long FIRST_PAUSE = 100;
  private static final long LONGEST_PAUSE = 1_000;

  private final MasterSearch search;
  private final Dialing dialing;
  private final KeyNames keys;
  private final ChangeListener listener;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hearing = StoreThreads.daemon("cloakroom-redis-changes", this::hear);
  private final Thread beating = StoreThreads.daemon("cloakroom-redis-heartbeat", this::beat);
  private volatile @Nullable Channel open;
  private String reported = "";

  ChangeFeed(MasterSearch search, Dialing dialing, KeyNames keys, ChangeListener listener) {
    this.search = search;
    this.dialing = dialing;
    this.keys = keys;
    this.listener = listener;
  }

  void start() {
    hearing.start();
    beating.start();
  }

  @Override
  public void close() {
    closed.countDown();
    Channel channel = open;
    if (channel != null) {
      channel.close();
    }
    hearing.interrupt();
    beating.interrupt();
  }

  private void hear() {
    long pause = FIRST_PAUSE;
    do {
      boolean wasConnected = heardUntilLost();
      pause = wasConnected ? FIRST_PAUSE : Math.min(2 * pause, LONGEST_PAUSE);
    } while (!isClosedWithin(pause));
  }

  /** Whether it was connected for a while. */
  private boolean heardUntilLost() {
    Node node = null;
    Channel channel = null;
    try {
      node = search.node();
      channel = new Channel(dialing.messages(node.address(), LONGEST_SILENCE), keys, told());
      open = channel;
      if (!isClosedWithin(0)) {
        channel.hear();
      }
    } catch (FailedCallException | RuntimeException lost) {
      leave(node);
      report(lost);
    } finally {
      open = null;
      close(channel);
    }
    return channel != null && channel.wasConnected();
  }

  /** Whatever has ended it, nothing is told any more. */
  private void close(@Nullable Channel channel) {
    if (channel != null) {
      channel.close();
      if (channel.wasConnected()) {
        listener.disconnected();
      }
    }
  }

  private Channel.Told told() {
    return new Channel.Told(listener, this::isBack);
  }

  private void isBack() {
    if (!reported.isEmpty()) {
      LOG.log(INFO, "Redis tells of changes again: sessions are kept in this node's memory.");
      reported = "";
    }
  }

  private void leave(@Nullable Node node) {
    if (node != null) {
      search.leave(node);
    }
  }

  private void report(Exception lost) {
    String text = String.valueOf(lost.getMessage());
    if (isClosedWithin(0) || text.equals(reported)) {
      return;
    }
    reported = text;
    LOG.log(
        WARNING,
        "Redis does not tell of changes now: each request asks it. It is tried again. {0}",
        text);
  }

  private void beat() {
    while (!isClosedWithin(BEAT.toMillis())) {
      Channel channel = open;
      if (channel != null) {
        beat(channel);
      }
    }
  }

  private void beat(Channel channel) {
    try {
      if (search.isInUse(channel.server())) {
        channel.ping();
      } else {
        channel.close();
      }
    } catch (RuntimeException lost) {
      channel.close();
    }
  }

  private boolean isClosedWithin(long millis) {
    try {
      return closed.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }
}

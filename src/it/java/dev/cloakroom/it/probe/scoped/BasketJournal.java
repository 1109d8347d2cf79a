package dev.cloakroom.it.probe.scoped;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What happens to baskets; and where a request that uses one waits until it is told to go on. */
@ApplicationScoped
public class BasketJournal {
  private static final long LONGEST_SECONDS = 30;

  private final AtomicInteger begun = new AtomicInteger();
  private final List<String> ended = new CopyOnWriteArrayList<>();
  private volatile CountDownLatch waiting = new CountDownLatch(1);
  private volatile CountDownLatch goOn = new CountDownLatch(1);

  int begun() {
    return begun.incrementAndGet();
  }

  void ended(String what) {
    ended.add(what);
  }

  /** The ends of all baskets, one a line. */
  public String ends() {
    return String.join("\n", ended);
  }

  /** Waits; called by a request that has changed its basket. */
  void rest() throws InterruptedException {
    waiting.countDown();
    goOn.await(LONGEST_SECONDS, TimeUnit.SECONDS);
    waiting = new CountDownLatch(1);
    goOn = new CountDownLatch(1);
  }

  /** Returns when another request waits. */
  void awaitResting() throws InterruptedException {
    waiting.await(LONGEST_SECONDS, TimeUnit.SECONDS);
  }

  /** Has the request that waits go on. */
  void wake() {
    goOn.countDown();
  }
}

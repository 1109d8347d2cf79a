package dev.cloakroom.keyring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.config.OwnAlgorithm;
import dev.cloakroom.crypto.KeyRing;
import dev.cloakroom.crypto.KeySource;
import dev.cloakroom.store.SharedTexts;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Requests that need keys while somebody looks for them, or the store fails in its own way. */
@Tag("G1")
class RotatingKeysRequestsTest extends SharedKeysFixture {
  private final AtomicInteger calls = new AtomicInteger();
  private volatile Runnable before = () -> {};

  private final SharedTexts watched =
      new SharedTexts() {
        @Override
        public @Nullable String find(String name) {
          calls.incrementAndGet();
          before.run();
          return store.texts().find(name);
        }

        @Override
        public boolean replace(String name, @Nullable String expected, String next) {
          return store.texts().replace(name, expected, next);
        }
      };

  private RotatingKeys watchedNode() {
    RotatingKeys node = unopened(SECRET, null);
    node.open(watched, clock);
    return node;
  }

  private static void fail() {
    throw new IllegalStateException("a driver's own");
  }

  @Test
  void renew_theStoreFailsUnexpectedly_isOurFailure_andNotAskedForEachToken() {
    RotatingKeys one = watchedNode();
    String signing = signing(one);
    before = RotatingKeysRequestsTest::fail;
    clock.advance(Duration.ofSeconds(3));
    int asked = calls.get();
    for (int token = 0; token < 3; token++) {
      assertThatThrownBy(one::renew).isInstanceOf(StoreUnavailableException.class);
    }

    assertThat(calls.get()).isEqualTo(asked + 1);
    assertThat(signing(one)).isEqualTo(signing);
    before = () -> {};
    clock.advance(Duration.ofSeconds(3));
    assertThat(one.renew()).isTrue();
  }

  @Test
  void renew_somebodyElseLooksAndTheStoreHangs_doesNotWaitForIt() throws Exception {
    RotatingKeys one = watchedNode();
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answered = new CountDownLatch(1);
    before = () -> hang(asked, answered);
    ExecutorService other = Executors.newSingleThreadExecutor();
    clock.advance(Duration.ofSeconds(3));
    Future<?> upkeep = other.submit(one::upkeep);
    asked.await();
    try {
      assertThatThrownBy(one::renew).isInstanceOf(StoreUnavailableException.class);
      assertThat(signing(one)).as("needs no store").isNotEmpty();
    } finally {
      answered.countDown();
      other.shutdown();
    }
    upkeep.get();
    assertThat(one.renew()).isTrue();
  }

  private static void hang(CountDownLatch asked, CountDownLatch answered) {
    asked.countDown();
    try {
      answered.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Keys that are given, which somebody looks at while the first key of all is taken over. */
  private final class Meddling implements KeySource {
    private final KeyRing ring = unopened(SECRET, null).given().now();
    private @Nullable RotatingKeys rotating;
    private int kidsSeen = -1;

    @Override
    public KeyRing now() {
      RotatingKeys keys = rotating;
      if (keys != null && store.texts().find(AgreedKeys.NAME) != null) {
        rotating = null;
        try {
          kidsSeen = keys.complete().kids().size();
        } catch (StoreUnavailableException notYet) {
          kidsSeen = -2;
        }
      }
      return ring;
    }

    @Override
    public void upkeep() {
      throw new IllegalStateException("a file system's own");
    }
  }

  @Test
  void complete_whileTheFirstKeyIsTaken_isNotTheRingOfBefore() {
    Meddling given = new Meddling();
    RotatingKeys keys = new RotatingKeys(given, new KeySchedule(DAY, AFTER, OwnAlgorithm.ES256));
    given.rotating = keys;
    keys.open(store.texts(), clock);

    assertThat(given.kidsSeen).isEqualTo(-2);
    assertThat(keys.complete().kids()).hasSize(1);
  }

  @Test
  void upkeep_theFilesFail_rotatesAllTheSame() {
    RotatingKeys keys =
        new RotatingKeys(new Meddling(), new KeySchedule(DAY, AFTER, OwnAlgorithm.ES256));
    keys.open(store.texts(), clock);
    passWithUpkeep(DAY.minus(LEAD), keys);

    assertThat(keys.now().kids()).hasSize(2);
  }
}

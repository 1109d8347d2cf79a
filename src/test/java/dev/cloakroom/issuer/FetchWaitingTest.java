package dev.cloakroom.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.crypto.SignatureAlgorithm;
import dev.cloakroom.issuer.IssuerKeys.Found;
import dev.cloakroom.issuer.IssuerKeys.Missing;
import dev.cloakroom.testing.Await;
import dev.cloakroom.testing.Daemon;
import dev.cloakroom.testing.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who waits for keys, and who is told at once that there are none: an hour would be waited. */
@Tag("J23")
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class FetchWaitingTest {
  private static final SignatureAlgorithm RS256 = SignatureAlgorithm.RS256;
  private static final Await SOON = Await.atMost(Duration.ofSeconds(10));

  private final ManualClock clock = ManualClock.atNoon();
  private final Published published = new Published();
  private final Queue<Runnable> begun = new ConcurrentLinkedQueue<>();
  private final WaitingRooms rooms = new WaitingRooms(Duration.ZERO);
  private final FetchedKeys keys = patient(Duration.ofHours(1));

  private FetchedKeys patient(Duration longestWait) {
    return new FetchedKeys(
        "partner", published, clock, rooms, work -> new OneFetch(begun::add, work, longestWait));
  }

  private void fetch() {
    begun.remove().run();
  }

  private FutureTask<Found> visit(FetchedKeys asked, String kid) {
    FutureTask<Found> visit = new FutureTask<>(() -> asked.find(kid, RS256));
    Daemon.start("visit", visit);
    return visit;
  }

  @Test
  void find_firstFetchUnderWay_isWaitedFor() throws Exception {
    FutureTask<Found> visit = visit(keys, "old");
    assertThat(SOON.until(() -> rooms.strangers().freeSeats() == 1)).isTrue();
    fetch();

    assertThat(visit.get()).isEqualTo(new IssuerKeys.Key(Published.OLD));
    assertThat(rooms.strangers().freeSeats()).isEqualTo(2);
  }

  @Test
  void find_keysNeverThereAndTheLastTryFailed_isUnavailableAtOnce() {
    published.isDown = true;
    keys.start();
    fetch();
    clock.advance(FetchedKeys.BETWEEN_FIRST_TRIES);

    assertThat(keys.find("old", RS256)).isEqualTo(Missing.UNAVAILABLE);
    published.isDown = false;
    fetch();
    assertThat(keys.find("old", RS256)).isEqualTo(new IssuerKeys.Key(Published.OLD));
  }

  @Test
  void find_moreThanTwoAtAllIssuers_areUnavailableAtOnce() throws Exception {
    FetchedKeys another = patient(Duration.ofHours(1));
    FutureTask<Found> first = visit(keys, "old");
    FutureTask<Found> second = visit(another, "old");
    assertThat(SOON.until(() -> rooms.strangers().freeSeats() == 0)).isTrue();

    assertThat(keys.find("old", RS256)).isEqualTo(Missing.UNAVAILABLE);
    assertThat(another.find("old", RS256)).isEqualTo(Missing.UNAVAILABLE);
    fetch();
    fetch();
    assertThat(first.get()).isEqualTo(new IssuerKeys.Key(Published.OLD));
    assertThat(second.get()).isEqualTo(new IssuerKeys.Key(Published.OLD));
  }

  /** As when an issuer begins to sign by a new key, and all its clients come with it. */
  @Test
  void find_moreThanTwo_waitForAMoment_ifTheyAreNotTooMany() throws Exception {
    WaitingRooms wide = new WaitingRooms(Duration.ofHours(1));
    FetchedKeys asked =
        new FetchedKeys(
            "partner",
            published,
            clock,
            wide,
            work -> new OneFetch(begun::add, work, Duration.ofHours(1)));
    List<FutureTask<Found>> visits =
        IntStream.range(0, 32).mapToObj(i -> visit(asked, "old")).toList();
    assertThat(SOON.until(() -> wide.strangers().freeToStand() == 0)).isTrue();

    assertThat(asked.find("old", RS256)).isEqualTo(Missing.UNAVAILABLE);
    fetch();
    for (FutureTask<Found> visit : visits) {
      assertThat(visit.get()).isEqualTo(new IssuerKeys.Key(Published.OLD));
    }
    assertThat(wide.strangers().freeToStand()).isEqualTo(30);
  }

  @Test
  void find_fetchThatHangsForLonger_isNotWaitedFor() {
    FetchedKeys impatient = patient(Duration.ofNanos(1));
    impatient.start();

    assertThat(impatient.find("old", RS256)).isEqualTo(Missing.UNAVAILABLE);
    fetch();
    assertThat(impatient.find("old", RS256)).isEqualTo(new IssuerKeys.Key(Published.OLD));
  }

  /** A key may have been removed while nobody asked. */
  @Test
  void find_longAfterTheLastFetchWhileTheNextHangs_isUnavailable() {
    FetchedKeys impatient = patient(Duration.ZERO);
    impatient.start();
    fetch();
    clock.advance(Freshness.UNSAID.plus(FetchedKeys.LATENESS).plusSeconds(1));

    assertThat(impatient.find("old", RS256)).isEqualTo(Missing.UNAVAILABLE);
    assertThat(impatient.has(Published.OLD)).isFalse();
    fetch();
    assertThat(impatient.find("old", RS256)).isEqualTo(new IssuerKeys.Key(Published.OLD));
    assertThat(impatient.has(Published.OLD)).isTrue();
  }

  /** An outage that is known: each first request after a quiet time would be 503 all day. */
  @Test
  void find_quietTimesWhileTheIssuerHangs_isServedByTheEarlierKeys_onceAFetchHasFailed() {
    FetchedKeys impatient = patient(Duration.ZERO);
    impatient.start();
    fetch();
    published.isDown = true;
    clock.advance(Duration.ofMinutes(20));
    assertThat(impatient.find("old", RS256)).isEqualTo(Missing.UNAVAILABLE);
    fetch();

    for (int hours = 1; hours < 24; hours++) {
      assertThat(impatient.find("old", RS256)).isEqualTo(new IssuerKeys.Key(Published.OLD));
      clock.advance(Duration.ofHours(1));
    }
    clock.advance(Duration.ofHours(1));
    assertThat(impatient.find("old", RS256)).isEqualTo(Missing.UNAVAILABLE);
  }

  /** New keys are waited for all the same, since one may have been removed. */
  @Test
  void find_quietTimeAfterAFetchThatFailed_isJudgedByTheNewKeys_whereTheyComeInTime()
      throws Exception {
    keys.start();
    fetch();
    published.isDown = true;
    clock.advance(Freshness.UNSAID);
    keys.has(Published.OLD);
    fetch();
    published.isDown = false;
    published.are(Published.NEW);
    clock.advance(Duration.ofHours(1));

    assertThat(keys.has(Published.OLD)).isFalse();
    FutureTask<Found> visit = visit(keys, "old");
    assertThat(SOON.until(() -> rooms.acquainted().freeSeats() == 15)).isTrue();
    fetch();
    assertThat(SOON.until(() -> !begun.isEmpty())).isTrue();
    fetch();
    assertThat(visit.get()).isEqualTo(Missing.UNKNOWN);
  }

  @Test
  void find_afterAnError_isFetchedAgain() {
    AtomicInteger tries = new AtomicInteger();
    FetchedKeys failing =
        new FetchedKeys(
            "partner",
            () -> {
              if (tries.incrementAndGet() == 1) {
                throw new NoClassDefFoundError("gone");
              }
              return published.get();
            },
            Runnable::run,
            clock,
            rooms);

    assertThat(failing.find("old", RS256)).isEqualTo(Missing.UNAVAILABLE);
    clock.advance(FetchedKeys.BETWEEN_FIRST_TRIES);
    assertThat(failing.find("old", RS256)).isEqualTo(new IssuerKeys.Key(Published.OLD));
  }

  @Test
  void find_afterNoThreadCouldBeHad_isFetchedAgain() {
    AtomicInteger tries = new AtomicInteger();
    FetchedKeys crowded =
        new FetchedKeys(
            "partner",
            published,
            work -> {
              if (tries.incrementAndGet() == 1) {
                throw new OutOfMemoryError("unable to create native thread");
              }
              work.run();
            },
            clock,
            rooms);

    assertThat(crowded.find("old", RS256)).isEqualTo(Missing.UNAVAILABLE);
    clock.advance(FetchedKeys.BETWEEN_FIRST_TRIES);
    assertThat(crowded.find("old", RS256)).isEqualTo(new IssuerKeys.Key(Published.OLD));
  }

  /** Nobody has asked the issuer: its new key is not unknown, and it may be asked at once. */
  @Test
  void find_newKeyWhileNoThreadCouldBeHad_isUnavailable_andFetchedByTheNext() {
    AtomicInteger tries = new AtomicInteger();
    FetchedKeys crowded =
        new FetchedKeys(
            "partner",
            published,
            work -> {
              if (tries.incrementAndGet() == 2) {
                throw new OutOfMemoryError("unable to create native thread");
              }
              work.run();
            },
            clock,
            rooms);
    crowded.start();
    published.are(Published.NEW);

    assertThat(crowded.find("new", RS256)).isEqualTo(Missing.UNAVAILABLE);
    assertThat(crowded.find("new", RS256)).isEqualTo(new IssuerKeys.Key(Published.NEW));
    assertThat(crowded.find("other", RS256)).isEqualTo(Missing.UNKNOWN);
    assertThat(tries).hasValue(3);
  }
}

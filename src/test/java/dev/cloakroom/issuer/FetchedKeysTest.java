package dev.cloakroom.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.crypto.SignatureAlgorithm;
import dev.cloakroom.issuer.IssuerKeys.Found;
import dev.cloakroom.issuer.IssuerKeys.Missing;
import dev.cloakroom.testing.ManualClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** When keys are fetched, and which are good meanwhile. */
@Tag("J23")
class FetchedKeysTest {
  private static final SignatureAlgorithm RS256 = SignatureAlgorithm.RS256;
  private static final ForeignKey OLD = Published.OLD;
  private static final ForeignKey NEW = Published.NEW;

  private final ManualClock clock = ManualClock.atNoon();
  private final Published published = new Published();

  /** Fetches at once; what would wait for a fetch under way is asked of {@link #held}. */
  private final FetchedKeys keys =
      new FetchedKeys("partner", published, Runnable::run, clock, new WaitingRooms());

  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private final FetchedKeys held =
      new FetchedKeys(
          "partner",
          published,
          clock,
          new WaitingRooms(),
          work -> new OneFetch(waiting::add, work, Duration.ZERO));

  private Found find(String kid) {
    return keys.find(kid, RS256);
  }

  @Test
  void find_firstAsked_isFetchedAndKept() {
    assertThat(find("old")).isEqualTo(new IssuerKeys.Key(OLD));
    assertThat(find("old")).isEqualTo(new IssuerKeys.Key(OLD));
    assertThat(published.asked).isEqualTo(1);
  }

  @Test
  void find_keysNeverFetched_isUnavailableAndTriedAgainSoon() {
    published.isDown = true;
    assertThat(find("old")).isEqualTo(Missing.UNAVAILABLE);
    assertThat(find("old")).isEqualTo(Missing.UNAVAILABLE);
    assertThat(published.asked).isEqualTo(1);

    published.isDown = false;
    clock.advance(FetchedKeys.BETWEEN_FIRST_TRIES);
    assertThat(find("old")).isEqualTo(new IssuerKeys.Key(OLD));
  }

  @Test
  void find_stale_isFetchedAgain() {
    find("old");
    clock.advance(Freshness.UNSAID.minusSeconds(1));
    find("old");
    assertThat(published.asked).isEqualTo(1);

    clock.advance(Duration.ofSeconds(1));
    find("old");
    assertThat(published.asked).isEqualTo(2);
  }

  @Test
  void find_keyThatIsNew_isFetchedAtOnce() {
    find("old");
    published.are(OLD, NEW);

    assertThat(find("new")).isEqualTo(new IssuerKeys.Key(NEW));
    assertThat(find("old")).isEqualTo(new IssuerKeys.Key(OLD));
    assertThat(published.asked).isEqualTo(2);
  }

  @Test
  void find_keyThatIsNewRightAfterARegularFetch_isFetchedAtOnce() {
    find("old");
    clock.advance(Freshness.UNSAID);
    find("old");
    published.are(NEW);

    assertThat(find("new")).isEqualTo(new IssuerKeys.Key(NEW));
  }

  @Test
  @Tag("J5")
  void find_tenThousandKeysThatNobodyHas_areOneFetch() {
    find("old");
    for (int i = 0; i < 10_000; i++) {
      assertThat(find("random-" + i)).isEqualTo(Missing.UNKNOWN);
    }
    assertThat(published.asked).isEqualTo(2);

    clock.advance(FetchedKeys.BETWEEN_UNKNOWN);
    find("random");
    assertThat(published.asked).isEqualTo(3);
  }

  @Test
  void has_keyThatWasRemoved_isNoLongerTrusted() {
    find("old");
    assertThat(keys.has(OLD)).isTrue();

    published.are(NEW);
    clock.advance(Freshness.UNSAID);
    assertThat(keys.has(OLD)).isFalse();
    assertThat(find("old")).isEqualTo(Missing.UNKNOWN);
    assertThat(find("new")).isEqualTo(new IssuerKeys.Key(NEW));
  }

  @Test
  void has_anotherKeyByTheSameName_isNotTrusted() {
    find("old");
    ForeignKey successor = new ForeignKey("old", RS256, NEW.publicKey());
    published.are(successor);
    clock.advance(Freshness.UNSAID);

    assertThat(keys.has(OLD)).isFalse();
    assertThat(find("old")).isEqualTo(new IssuerKeys.Key(successor));
  }

  @Test
  void find_outage_keepsTheLastGoodKeysForADay() {
    find("old");
    published.isDown = true;
    clock.advance(Duration.ofHours(23));
    assertThat(find("old")).isEqualTo(new IssuerKeys.Key(OLD));
    assertThat(find("new")).isEqualTo(Missing.UNAVAILABLE);
    assertThat(keys.has(OLD)).isTrue();

    clock.advance(Duration.ofHours(1));
    assertThat(keys.has(OLD)).isFalse();
    assertThat(find("old")).isEqualTo(Missing.UNAVAILABLE);
  }

  /** As after one whose private half is known to others, replaced by one that we do not use. */
  @Test
  void has_keyOfASetThatNowHasNoneWeUse_isNotTrusted() {
    find("old");
    published.are();
    clock.advance(Freshness.UNSAID);

    assertThat(keys.has(OLD)).isFalse();
    assertThat(find("old")).isEqualTo(Missing.UNAVAILABLE);
    published.isDown = true;
    clock.advance(FetchedKeys.BETWEEN_FIRST_TRIES);
    assertThat(find("old")).isEqualTo(Missing.UNAVAILABLE);
    published.isDown = false;
    published.are(NEW);
    clock.advance(FetchedKeys.BETWEEN_FIRST_TRIES);
    assertThat(find("new")).isEqualTo(new IssuerKeys.Key(NEW));
    assertThat(keys.has(OLD)).isFalse();
  }

  @Test
  void find_outage_isTriedEvery30Seconds() {
    find("old");
    published.isDown = true;
    clock.advance(Freshness.UNSAID);
    for (int second = 0; second < 60; second++) {
      find("old");
      clock.advance(Duration.ofSeconds(1));
    }
    assertThat(published.asked).isEqualTo(3);
  }

  @Test
  void find_staleWhileTheFetchIsUnderWay_doesNotWait() {
    held.start();
    waiting.remove().run();
    clock.advance(Freshness.UNSAID);

    assertThat(held.find("old", RS256)).isEqualTo(new IssuerKeys.Key(OLD));
    assertThat(held.find("old", RS256)).isEqualTo(new IssuerKeys.Key(OLD));
    assertThat(waiting).hasSize(1);
  }

  @Test
  void find_newKeyWhileItsFetchHangs_isUnavailableAndNotRefused() {
    held.start();
    waiting.remove().run();

    assertThat(held.find("new", RS256)).isEqualTo(Missing.UNAVAILABLE);
    published.are(NEW);
    waiting.remove().run();
    assertThat(held.find("new", RS256)).isEqualTo(new IssuerKeys.Key(NEW));
  }

  @Test
  void find_newKeyWhileARegularFetchHangs_isUnavailableAndThenFetched() {
    held.start();
    waiting.remove().run();
    clock.advance(Freshness.UNSAID);
    held.find("old", RS256);
    published.are(NEW);

    assertThat(held.find("new", RS256)).isEqualTo(Missing.UNAVAILABLE);
    assertThat(waiting).hasSize(1);
    waiting.remove().run();
    assertThat(held.find("new", RS256)).isEqualTo(new IssuerKeys.Key(NEW));
  }

  @Test
  void find_newKeyAfterItsFetchFailed_isFetchedAgainWhileTheOthersAreFresh() {
    find("old");
    published.isDown = true;
    assertThat(find("new")).isEqualTo(Missing.UNAVAILABLE);
    published.isDown = false;
    published.are(NEW);
    clock.advance(FetchedKeys.BETWEEN_UNKNOWN);

    assertThat(find("new")).isEqualTo(new IssuerKeys.Key(NEW));
  }
}

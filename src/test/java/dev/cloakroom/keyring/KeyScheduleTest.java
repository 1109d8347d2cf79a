package dev.cloakroom.keyring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.config.OwnAlgorithm;
import dev.cloakroom.config.Settings;
import dev.cloakroom.config.SettingsReader;
import dev.cloakroom.config.SettingsSource;
import dev.cloakroom.crypto.DatedKey;
import dev.cloakroom.crypto.SigningKey;
import dev.cloakroom.testing.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When keys are made, sign and go. */
@Tag("G1")
class KeyScheduleTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration AFTER = Duration.ofMinutes(7);

  private final KeySchedule schedule = new KeySchedule(DAY, AFTER, OwnAlgorithm.ES256);
  private final ManualClock clock = ManualClock.atNoon();
  private final Instant start = clock.instant();

  private List<DatedKey> due(List<DatedKey> keys) {
    return schedule.due(keys, clock.instant(), clock.instant());
  }

  private String signing(List<DatedKey> keys) {
    return schedule.signingFirst(keys, clock.instant()).get(0).kid();
  }

  @Test
  void due_noKeyYet_isOneThatSignsNow() {
    assertThat(due(List.of()))
        .singleElement()
        .satisfies(key -> assertThat(key.signsFrom()).isEqualTo(start));
  }

  @Test
  void due_beforeTheNextIsAnnounced_changesNothing() {
    List<DatedKey> first = due(List.of());
    clock.advance(DAY.minus(Duration.ofMinutes(15)).minusMillis(1));

    assertThat(due(first)).isEqualTo(first);
  }

  @Test
  void due_aQuarterOfAnHourBeforeItSigns_announcesTheNext_once() {
    List<DatedKey> first = due(List.of());
    clock.advance(DAY.minus(Duration.ofMinutes(15)));
    List<DatedKey> both = due(first);

    assertThat(both).hasSize(2).startsWith(first.get(0));
    assertThat(both.get(1).signsFrom()).isEqualTo(start.plus(DAY));
    assertThat(due(both)).isEqualTo(both);
    assertThat(signing(both)).isEqualTo(first.get(0).kid());
    clock.advance(Duration.ofMinutes(15).minusMillis(1));
    assertThat(signing(both)).isEqualTo(first.get(0).kid());
    clock.advance(Duration.ofMillis(1));
    assertThat(signing(both)).isEqualTo(both.get(1).kid());
  }

  @Test
  void due_theLastTokenOfAKeyIsOver_dropsIt_andNotBefore() {
    List<DatedKey> first = due(List.of());
    clock.advance(DAY);
    List<DatedKey> both = due(first);
    clock.advance(Duration.between(clock.instant(), both.get(1).signsFrom().plus(AFTER)));
    clock.advance(Duration.ofMillis(-1));
    assertThat(due(both)).isEqualTo(both);
    clock.advance(Duration.ofMillis(1));

    assertThat(due(both)).containsExactly(both.get(1));
  }

  /** Everything was down for a month: the old key signs until others can know the new one. */
  @Test
  void due_longAfterItWasDue_isAnnouncedAllTheSame() {
    List<DatedKey> first = due(List.of());
    clock.advance(Duration.ofDays(30));
    List<DatedKey> both = due(first);

    assertThat(both.get(1).signsFrom()).isEqualTo(clock.instant().plus(Duration.ofMinutes(15)));
    assertThat(signing(both)).isEqualTo(first.get(0).kid());
  }

  /** The clock of who made it is ahead. */
  @Test
  void signingFirst_theOnlyKeyIsOfTheFuture_signs() {
    List<DatedKey> first = due(List.of());
    clock.advance(Duration.ofSeconds(-5));

    assertThat(signing(first)).isEqualTo(first.get(0).kid());
    assertThat(due(first)).isEqualTo(first);
  }

  /** A node whose clock was a month ahead has made a key. */
  @Test
  void due_besideAKeyOfTheFarFuture_isAsIfThereWereNone() {
    List<DatedKey> first = due(List.of());
    DatedKey early =
        new DatedKey(SigningKey.generate(OwnAlgorithm.ES256), start.plus(Duration.ofDays(30)));
    clock.advance(DAY.minus(Duration.ofMinutes(15)));
    List<DatedKey> all = due(List.of(first.get(0), early));

    assertThat(all).hasSize(3).contains(first.get(0), early);
    assertThat(schedule.isOfAnotherTime(early, clock.instant())).isTrue();
    assertThat(all).filteredOn(key -> key.signsFrom().equals(start.plus(DAY))).hasSize(1);
    assertThat(due(all)).containsExactlyInAnyOrderElementsOf(all);
    assertThat(signing(all)).isEqualTo(first.get(0).kid());
  }

  /** The clock that made them was ahead; or this one is late, and must make none at every look. */
  @Test
  void due_allKeysAreOfTheFarFuture_countsThatWhichSignsFromNowOn_andMakesNone() {
    DatedKey early = due(List.of()).get(0);
    clock.advance(Duration.ofDays(-30));
    List<DatedKey> counted = due(List.of(early));

    assertThat(counted).containsExactly(new DatedKey(early.key(), clock.instant()));
    assertThat(signing(counted)).isEqualTo(signing(List.of(early)));
    assertThat(due(counted)).isEqualTo(counted);
    clock.advance(DAY.minus(Duration.ofMinutes(15)));
    assertThat(due(counted)).hasSize(2);
  }

  @Test
  void due_severalKeysAreOfTheFarFuture_countsTheOneThatSigns() {
    DatedKey early = due(List.of()).get(0);
    DatedKey later =
        new DatedKey(SigningKey.generate(OwnAlgorithm.ES256), early.signsFrom().plus(DAY));
    clock.advance(Duration.ofDays(-30));
    List<DatedKey> all = List.of(early, later);

    assertThat(due(all)).containsExactly(new DatedKey(later.key(), clock.instant()), early);
    assertThat(signing(due(all))).isEqualTo(signing(all)).isEqualTo(later.kid());
  }

  /** Beside a key of a file, which signs until everybody can know the first one of the store. */
  @Test
  void due_allKeysAreOfTheFarFuture_whereAnotherSignsMeanwhile_waitsForThat() {
    DatedKey early = due(List.of()).get(0);
    clock.advance(Duration.ofDays(-30));
    Instant first = clock.instant().plus(Duration.ofMinutes(15));

    assertThat(schedule.due(List.of(early), clock.instant(), first))
        .containsExactly(new DatedKey(early.key(), first));
  }

  /** A minute is what clocks may be apart. */
  @Test
  void due_theOnlyKeyIsAsFarAheadAsOneMayBe_changesNothing() {
    List<DatedKey> first = due(List.of());
    clock.advance(Duration.ofMinutes(-16));
    assertThat(due(first)).isEqualTo(first);
    clock.advance(Duration.ofMillis(-1));

    assertThat(due(first)).isNotEqualTo(first);
  }

  @Test
  void due_theAlgorithmIsAnother_isThatOfTheNextKey() {
    List<DatedKey> first = due(List.of());
    KeySchedule other = new KeySchedule(DAY, AFTER, OwnAlgorithm.ED25519);
    clock.advance(DAY);
    List<DatedKey> both = other.due(first, clock.instant(), clock.instant());

    assertThat(both)
        .extracting(key -> key.key().verificationKey().algorithmName())
        .containsExactly("ES256", "EdDSA");
  }

  /** Whoever keeps the public keys for as long as they may asks again before a new one signs. */
  @ParameterizedTest
  @CsvSource({
    "PT1M,PT15S,PT7.5S,PT5S",
    "PT20M,PT5M,PT2M30S,PT10S",
    "PT1H,PT15M,PT7M30S,PT10S",
    "P90D,PT15M,PT7M30S,PT10S"
  })
  void times_fitIntoEachOther(Duration every, Duration lead, Duration published, Duration looks) {
    KeySchedule some = new KeySchedule(every, AFTER, OwnAlgorithm.ES256);

    assertThat(some.lead()).isEqualTo(lead);
    assertThat(some.publishedFor()).isEqualTo(published).isLessThan(lead.minus(looks));
    assertThat(some.betweenLooks()).isEqualTo(looks);
  }

  @Test
  void of_theSettings_keepsAKeyForTheLongestOfItsTokens() {
    Settings settings =
        SettingsReader.read(
                SettingsSource.of(
                    "test",
                    Map.of(
                        "cloakroom.access-token.ttl", "PT3M",
                        "cloakroom.relay.ttl", "PT20M",
                        "cloakroom.access-token.clock-skew", "PT30S")))
            .settings();

    assertThat(KeySchedule.of(settings, DAY).lastsAfter())
        .isEqualTo(Duration.ofMinutes(20).plusSeconds(90));
  }
}

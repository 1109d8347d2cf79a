package dev.cloakroom.store;

import static dev.cloakroom.store.Succession.MOST_OFFERED;
import static dev.cloakroom.store.Succession.MOST_REPLACED;
import static dev.cloakroom.store.Succession.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.crypto.RandomIds;
import dev.cloakroom.crypto.SecretHash;
import dev.cloakroom.store.Succession.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SuccessionTest {
  private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
  private static final Duration GRACE = Duration.ofSeconds(20);
  private static final RandomIds RANDOM = new RandomIds();

  private final SecretHash first = secret();
  private final SecretHash second = secret();
  private final SecretHash third = secret();
  private final Succession begun = Succession.begun(first, NOON);

  private static SecretHash secret() {
    return RANDOM.secret().hash();
  }

  private static Instant after(Duration time) {
    return NOON.plus(time);
  }

  @Test
  void begun_itsSecretIsInForce_andNoOther() {
    assertThat(begun.standingOf(first, NOON)).isEqualTo(Standing.IN_FORCE);
    assertThat(begun.standingOf(second, NOON)).isEqualTo(Standing.UNKNOWN);
    assertThat(begun.isSucceeded()).isFalse();
    assertThat(begun.mayOffer(NOON)).isTrue();
  }

  @Test
  void offering_theOneInForceStays_howeverLongTheOtherIsNotShown() {
    Succession offering = begun.offering(second, NOON);

    assertThat(offering.standingOf(first, after(Duration.ofDays(9)))).isEqualTo(Standing.IN_FORCE);
    assertThat(offering.standingOf(second, after(Duration.ofDays(9)))).isEqualTo(Standing.OFFERED);
    assertThat(offering.isSucceeded()).isTrue();
  }

  @Test
  void mayOffer_again_onceTheLastOneIsTakenToBeLost() {
    Succession offering = begun.offering(second, NOON);

    assertThat(offering.mayOffer(after(PATIENCE).minusMillis(1))).isFalse();
    assertThat(offering.mayOffer(after(PATIENCE))).isTrue();
  }

  @Test
  void takenUp_theOneBeforeIsHonouredForTheGrace() {
    Succession taken = begun.offering(second, NOON).takenUp(second, NOON, GRACE);

    assertThat(taken.standingOf(second, NOON)).isEqualTo(Standing.IN_FORCE);
    assertThat(taken.standingOf(first, after(GRACE).minusMillis(1))).isEqualTo(Standing.HONOURED);
    assertThat(taken.standingOf(first, after(GRACE))).isEqualTo(Standing.LATE);
    Instant last = after(GRACE.multipliedBy(1 + Succession.LATE_GRACES));
    assertThat(taken.standingOf(first, last.minusMillis(1))).isEqualTo(Standing.LATE);
    assertThat(taken.standingOf(first, last)).isEqualTo(Standing.UNKNOWN);
  }

  @Test
  void takenUp_withoutGrace_theOneBeforeIsWorthNothing() {
    Succession taken = begun.offering(second, NOON).takenUp(second, NOON, Duration.ZERO);

    assertThat(taken.standingOf(first, NOON)).isEqualTo(Standing.UNKNOWN);
  }

  @Test
  void takenUp_oneThatWasNotOffered_isAMistakeOfOurs() {
    assertThatThrownBy(() -> begun.takenUp(second, NOON, GRACE))
        .isInstanceOf(NoSuchElementException.class);
  }

  /** The answer that brings it is slow: it comes after one that was asked for later. */
  @Test
  void takenUp_anotherOneThatIsStillOnItsWay_takesItsPlaceWhenItComes() {
    Succession both = begun.offering(second, NOON).offering(third, after(PATIENCE));
    Instant later = after(PATIENCE).plusSeconds(1);
    Succession switched = both.takenUp(third, later, GRACE).takenUp(second, later, GRACE);

    assertThat(switched.standingOf(second, later)).isEqualTo(Standing.IN_FORCE);
    assertThat(switched.standingOf(third, later)).isEqualTo(Standing.HONOURED);
    assertThat(switched.standingOf(first, later)).isEqualTo(Standing.HONOURED);
    assertThat(switched.standingOf(third, later.plus(GRACE))).isEqualTo(Standing.LATE);
  }

  @Test
  void isSucceeded_byOneThatWasOfferedBesideAnEarlier_isNot() {
    Succession both = begun.offering(second, NOON).offering(third, after(PATIENCE));

    assertThat(both.takenUp(second, after(PATIENCE).plusMillis(1), GRACE).isSucceeded()).isFalse();
  }

  @Test
  @Tag("S4")
  void standing_ofOneWhoseSuccessorsAreAllLeftAlone_isNothingInTheEnd() {
    Succession ignored = begun;
    Instant now = NOON;
    for (int offers = 0; offers < MOST_OFFERED; offers++) {
      assertThat(ignored.standingOf(first, now)).isEqualTo(Standing.IN_FORCE);
      ignored = ignored.offering(secret(), now);
      now = now.plus(PATIENCE);
    }
    assertThat(ignored.standingOf(first, now.minusMillis(1))).isEqualTo(Standing.IN_FORCE);
    assertThat(ignored.standingOf(first, now)).isEqualTo(Standing.SPENT);
    SecretHash last = ignored.offered().get(MOST_OFFERED - 1).hash();
    assertThat(ignored.standingOf(last, now)).isEqualTo(Standing.OFFERED);
    assertThat(ignored.takenUp(last, now, GRACE).standingOf(first, now))
        .as("is not honoured again")
        .isEqualTo(Standing.UNKNOWN);
  }

  @Test
  void takenUp_givesUpInTheEndWhatWasGivenOutTwoRotationsAgo() {
    Instant soon = after(PATIENCE);
    Succession both = begun.offering(second, NOON).offering(third, soon);
    Succession taken = both.takenUp(third, soon.plusMillis(1), GRACE);
    SecretHash fourth = secret();
    Instant next = after(Succession.STRAY);

    Succession early = taken.offering(fourth, soon.plusMillis(2));
    assertThat(early.takenUp(fourth, next.minusMillis(1), GRACE).standingOf(second, next))
        .isEqualTo(Standing.OFFERED);
    assertThat(early.takenUp(fourth, next, GRACE).standingOf(second, next))
        .isEqualTo(Standing.UNKNOWN);
  }

  @Test
  void offering_byANodeWhoseClockIsBehind_isASuccessorAllTheSame() {
    Succession offering = begun.offering(second, NOON.minusSeconds(2));

    assertThat(offering.isSucceeded()).isTrue();
    assertThat(offering.mayOffer(NOON)).isFalse();
  }

  @Test
  void offered_andReplaced_areBounded_theNewestStay() {
    List<SecretHash> secrets =
        Stream.generate(SuccessionTest::secret).limit(3 * MOST_REPLACED).toList();
    Succession busy = begun;
    for (SecretHash one : secrets) {
      busy = busy.offering(secret(), NOON).offering(one, NOON).takenUp(one, NOON, GRACE);
    }
    assertThat(busy.offered()).hasSize(MOST_OFFERED - 1);
    assertThat(busy.replaced()).hasSize(MOST_REPLACED);
    SecretHash beforeTheLast = secrets.get(secrets.size() - 2);
    assertThat(busy.standingOf(beforeTheLast, NOON)).isEqualTo(Standing.HONOURED);
  }

  @Test
  void takenUp_forgetsWhatCannotComeAnyMore() {
    Succession taken = begun.offering(second, NOON).takenUp(second, NOON, GRACE);
    Instant then = after(GRACE.multipliedBy(1 + Succession.LATE_GRACES));
    Succession later = taken.offering(third, then).takenUp(third, then, GRACE);

    assertThat(later.replaced()).extracting(Succession.Replaced::hash).containsExactly(second);
  }
}

package dev.cloakroom.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.testing.ManualClock;
import dev.cloakroom.token.RejectedToken.Reason;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How many encrypted tokens of one network may turn out to be worth nothing. */
@Tag("J23")
class FutileDecryptionsTest {
  private static final int MOST = 50;
  private static final Refused REFUSED = new Refused(Reason.INVALID);
  private static final IssuerUnavailable UNDECIDED =
      new IssuerUnavailable(new ForeignProfile("partner", Partner.ISSUER));

  private final ManualClock clock = ManualClock.atNoon();
  private final FutileDecryptions futile = new FutileDecryptions(clock);

  private void count(int times, String address) {
    for (int i = 0; i < times; i++) {
      futile.count(address, REFUSED);
    }
  }

  @Test
  void areTooMany_ofOneAddress_forTenSeconds() {
    count(MOST - 1, "192.0.2.7");
    assertThat(futile.areTooMany("192.0.2.7")).isFalse();
    count(1, "192.0.2.7");

    assertThat(futile.areTooMany("192.0.2.7")).isTrue();
    assertThat(futile.areTooMany("192.0.2.8")).isFalse();
    clock.advance(Duration.ofSeconds(10).minusMillis(1));
    assertThat(futile.areTooMany("192.0.2.7")).isTrue();
    clock.advance(Duration.ofMillis(1));
    assertThat(futile.areTooMany("192.0.2.7")).isFalse();
  }

  /** Each subscriber has very many addresses. */
  @Test
  void areTooMany_ofAnIpv6Network_together() {
    for (int i = 0; i < MOST; i++) {
      futile.count("2001:db8::" + i, REFUSED);
    }

    assertThat(futile.areTooMany("2001:db8::ffff")).isTrue();
    assertThat(futile.areTooMany("2001:db8:0:1::1")).isFalse();
  }

  /** In an outage, honest clients come with them again and again. */
  @Test
  void areTooMany_ofWhichNobodyCanTell_areFourTimesAsMany() {
    for (int i = 0; i < 4 * MOST - 1; i++) {
      futile.count("192.0.2.7", UNDECIDED);
    }
    assertThat(futile.areTooMany("192.0.2.7")).isFalse();
    futile.count("192.0.2.7", UNDECIDED);

    assertThat(futile.areTooMany("192.0.2.7")).isTrue();
  }

  @Test
  void areTooMany_ofTheApplicationItself_never() {
    count(2 * MOST, "");

    assertThat(futile.areTooMany("")).isFalse();
  }
}

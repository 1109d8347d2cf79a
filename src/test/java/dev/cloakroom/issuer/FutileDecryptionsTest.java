package dev.cloakroom.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.testing.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How many encrypted tokens of one network may turn out to be worth nothing. */
@Tag("J23")
class FutileDecryptionsTest {
  private static final int MOST = 50;

  private final ManualClock clock = ManualClock.atNoon();
  private final FutileDecryptions futile = new FutileDecryptions(clock);

  private void count(int times, String address) {
    for (int i = 0; i < times; i++) {
      futile.count(address);
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
      futile.count("2001:db8::" + i);
    }

    assertThat(futile.areTooMany("2001:db8::ffff")).isTrue();
    assertThat(futile.areTooMany("2001:db8:0:1::1")).isFalse();
  }

  @Test
  void areTooMany_ofTheApplicationItself_never() {
    count(2 * MOST, "");

    assertThat(futile.areTooMany("")).isFalse();
  }
}

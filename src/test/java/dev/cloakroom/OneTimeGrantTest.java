package dev.cloakroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneTimeGrantTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void of_whatIsAllowed_isTaken_upToTheLongest() {
    OneTimeGrant grant =
        OneTimeGrant.of("p".repeat(100), "😀".repeat(127) + "s", Duration.ofDays(30))
            .carrying("x".repeat(1_024));

    assertThat(grant.subject()).hasSize(255);
    assertThat(OneTimeGrant.of("p", "s", Duration.ofSeconds(1)).payload()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S", "PT0.999S", "P30DT1S"})
  void of_aLifetimeTooShortOrTooLong_isRefused(Duration lifetime) {
    assertThatThrownBy(() -> OneTimeGrant.of("reset", "alice", lifetime))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("from PT1S to P30D, not " + lifetime);
  }

  @Test
  void of_aTextTooShortOrTooLong_isRefused() {
    assertThatThrownBy(() -> OneTimeGrant.of("", "alice", HOUR))
        .hasMessage("The purpose of a one-time token has 1 to 100 characters, not 0.");
    assertThatThrownBy(() -> OneTimeGrant.of("p".repeat(101), "alice", HOUR))
        .hasMessageContaining("not 101");
    assertThatThrownBy(() -> OneTimeGrant.of("reset", "", HOUR)).hasMessageContaining("subject");
    assertThatThrownBy(() -> OneTimeGrant.of("reset", "s".repeat(256), HOUR))
        .hasMessageContaining("1 to 255 characters, not 256");
    assertThatThrownBy(() -> OneTimeGrant.of("reset", "alice", HOUR).carrying("x".repeat(1_025)))
        .hasMessageContaining("payload");
  }

  /** It would be kept changed, and might then be somebody else's. */
  @Test
  void of_halfOfASurrogatePair_isRefused() {
    assertThatThrownBy(() -> OneTimeGrant.of("reset", "alice\ud800", HOUR))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("surrogate");
  }
}

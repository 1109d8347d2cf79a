package dev.cloakroom.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.crypto.MacKey;
import dev.cloakroom.crypto.RandomIds;
import dev.cloakroom.testing.ManualClock;
import dev.cloakroom.token.OpaqueVerification.Proven;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OpaqueTokensTest {
  private static final Duration TTL = Duration.ofMinutes(5);
  private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
  private static final Authentication LOGIN = new Authentication(NOON, List.of("pwd"));
  private static final Authentication ELEVATED =
      new Authentication(
          NOON.plusSeconds(9),
          List.of("otp", "pwd"),
          Map.of(1, NOON.plusSeconds(20), 2, NOON.plusSeconds(9)));
  private static final RejectedToken INVALID = new RejectedToken(RejectedToken.Reason.INVALID);

  private final ManualClock clock = ManualClock.atNoon();
  private final RandomIds random = new RandomIds();
  private final OpaqueTokens tokens = new OpaqueTokens(new MacKey(random.salt(32)), TTL, clock);
  private final String sessionId = random.sessionId();
  private final IssuedToken issued = tokens.issue(sessionId, LOGIN);

  private OpaqueVerification verify(String text) {
    return tokens.verify(new RawToken(text));
  }

  @Test
  void verify_issued_isProven() {
    assertThat(verify(issued.text())).isEqualTo(new Proven(sessionId, issued.expiresAt(), null));
  }

  @Test
  @Tag("S3")
  void verify_issuedAfterMoreWasProven_statesWhat() {
    IssuedToken elevated = tokens.issue(sessionId, ELEVATED);

    assertThat(verify(elevated.text()))
        .isEqualTo(new Proven(sessionId, elevated.expiresAt(), ELEVATED));
  }

  @Test
  @Tag("J1")
  void verify_withAnothersStatement_isInvalid() {
    String[] parts = tokens.issue(sessionId, ELEVATED).text().split("\\.", -1);
    String[] own = issued.text().split("\\.", -1);

    assertThat(verify(String.join(".", own[0], own[1], parts[2], own[2]))).isEqualTo(INVALID);
    assertThat(verify(String.join(".", parts[0], parts[1], parts[3]))).isEqualTo(INVALID);
  }

  @Test
  @Tag("J24")
  void issue_lasts_theTimeLessUpToFivePercent() {
    for (int i = 0; i < 200; i++) {
      assertThat(tokens.issue(sessionId, LOGIN).expiresIn())
          .isBetween(Duration.ofSeconds(285), TTL);
    }
  }

  @Test
  void verify_itsTimeOver_isExpiredToTheSecond() {
    clock.advance(issued.expiresIn().minusMillis(1));
    assertThat(verify(issued.text())).isEqualTo(new Proven(sessionId, issued.expiresAt(), null));
    clock.advance(Duration.ofMillis(1));
    assertThat(verify(issued.text())).isEqualTo(new RejectedToken(RejectedToken.Reason.EXPIRED));
    assertThat(tokens.sessionIdAtAnyTime(new RawToken(issued.text()))).contains(sessionId);
  }

  @Test
  @Tag("J1")
  void verify_anyCharacterChanged_isInvalid() {
    String text = issued.text();
    for (int at = 0; at < text.length(); at++) {
      char other = text.charAt(at) == '7' ? '8' : '7';
      String changed = text.substring(0, at) + other + text.substring(at + 1);
      assertThat(verify(changed)).as("changed at " + at).isEqualTo(INVALID);
      assertThat(tokens.sessionIdAtAnyTime(new RawToken(changed))).isEmpty();
    }
  }

  @Test
  void verify_anotherKeysToken_isInvalid() {
    OpaqueTokens other = new OpaqueTokens(new MacKey(random.salt(32)), TTL, clock);

    assertThat(verify(other.issue(sessionId, LOGIN).text())).isEqualTo(INVALID);
  }

  @Test
  void verify_whatIsNoToken_isInvalid() {
    assertThat(verify("")).isEqualTo(INVALID);
    assertThat(verify(issued.text() + "x")).isEqualTo(INVALID);
    assertThat(verify("a.b.c")).isEqualTo(INVALID);
  }

  @Test
  @Tag("G5")
  void toString_neverShowsTheMac() {
    OpaqueToken token = OpaqueToken.parse(new RawToken(issued.text())).orElseThrow();

    assertThat(token.toString()).contains(sessionId).doesNotContain(token.mac());
  }
}

package dev.cloakroom.token;

import static dev.cloakroom.token.TokenForge.ALICE;
import static dev.cloakroom.token.TokenForge.NOW;
import static dev.cloakroom.token.TokenForge.POLICY;
import static dev.cloakroom.token.TokenForge.SKEW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.token.RejectedToken.Reason;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {
  private static final int BYTES = 64 * 1024;

  private final TokenForge forge = new TokenForge();
  private final SetClock clock = new SetClock();
  private final AccessTokenVerifier verifier = new AccessTokenVerifier(forge.keys(), POLICY, clock);
  private final VerifiedTokens tokens = new VerifiedTokens(verifier, clock, BYTES);
  private final IssuedToken issued = forge.issuer().issue(ALICE);

  @Test
  void verify_theSameTokenAgain_isNotVerifiedAgain() {
    TokenVerification first = tokens.verify(sent(issued.text()));

    assertThat(first).isInstanceOf(VerifiedToken.class);
    assertThat(tokens.verify(sent(issued.text()))).isSameAs(first);
    assertThat(verifier.verify(sent(issued.text()))).isNotSameAs(first);
  }

  @Test
  @Tag("J6")
  void verify_aKnownTokenPastItsTime_isExpired() {
    TokenVerification first = tokens.verify(sent(issued.text()));
    Instant end = issued.expiresAt().plus(SKEW);

    clock.now = end.minusMillis(1);
    assertThat(tokens.verify(sent(issued.text()))).isSameAs(first);
    clock.now = end;
    assertThat(tokens.verify(sent(issued.text()))).isEqualTo(new RejectedToken(Reason.EXPIRED));
    clock.now = end.plusSeconds(86_400);
    assertThat(tokens.verify(sent(issued.text()))).isEqualTo(new RejectedToken(Reason.EXPIRED));
  }

  @Test
  @Tag("J21")
  void sessionIdAtAnyTime_genuineToken_isKnownAlsoPastItsTime() {
    clock.now = issued.expiresAt().plus(SKEW).plusSeconds(86_400);

    assertThat(tokens.sessionIdAtAnyTime(sent(issued.text()))).isPresent();
    assertThat(tokens.sessionIdAtAnyTime(sent(issued.text() + "A"))).isEmpty();
  }

  /** When the clock is set back, what is known must not be better than what is new. */
  @Test
  @Tag("J6")
  void verify_aKnownTokenBeforeItsTime_isNotYetValid() {
    tokens.verify(sent(issued.text()));
    clock.now = NOW.minus(SKEW).minusMillis(1);

    assertThat(tokens.verify(sent(issued.text())))
        .isEqualTo(new RejectedToken(Reason.NOT_YET_VALID));
  }

  @Test
  void verify_aRefusedToken_isNotKept() {
    RawToken forged = sent(issued.text() + "A");
    for (int i = 0; i < 3; i++) {
      assertThat(tokens.verify(forged)).isEqualTo(new RejectedToken(Reason.INVALID));
    }
    assertThat(tokens.size()).isZero();
  }

  @Test
  void verify_aTokenThatWasTooEarly_isAcceptedInItsTime() {
    clock.now = NOW.minusSeconds(3600);
    assertThat(tokens.verify(sent(issued.text())))
        .isEqualTo(new RejectedToken(Reason.NOT_YET_VALID));
    clock.now = NOW;
    assertThat(tokens.verify(sent(issued.text()))).isInstanceOf(VerifiedToken.class);
  }

  @Test
  void verify_moreTokensThanThereIsRoomFor_staysBounded() {
    List<String> many = Stream.generate(forge::genuine).limit(40).toList();
    many.forEach(text -> tokens.verify(sent(text)));

    assertThat(tokens.size())
        .isBetween(1L, (long) BYTES / TokenWeight.of(issued.text()))
        .isLessThan(many.size());
    assertThat(many)
        .allSatisfy(
            text -> assertThat(tokens.verify(sent(text))).isInstanceOf(VerifiedToken.class));
  }

  /** Their groups take many times the memory of what else there is in a token. */
  @Test
  @Tag("P10")
  void verify_tokensOfCallersInManyGroups_areFewerInTheSameRoom() {
    Set<String> groups =
        IntStream.range(0, 250).mapToObj(i -> "group-" + i).collect(Collectors.toSet());
    AccessTokenClaims claims =
        new AccessTokenClaims("alice", groups, ALICE.sessionId(), ALICE.authentication());
    for (int i = 0; i < 40; i++) {
      tokens.verify(sent(forge.genuine()));
    }
    long small = tokens.size();
    for (int i = 0; i < 40; i++) {
      tokens.verify(sent(forge.issuer().issue(claims).text()));
    }

    assertThat(small).isGreaterThan(4);
    assertThat(tokens.size()).isLessThanOrEqualTo(small);
    assertThat(BYTES / TokenWeight.of(forge.issuer().issue(claims).text())).isLessThan(4);
  }

  @Test
  void verify_tokensPastTheirTime_leaveTheMemory() {
    tokens.verify(sent(issued.text()));
    assertThat(tokens.size()).isEqualTo(1);
    clock.now = issued.expiresAt().plus(SKEW).plusSeconds(10);

    assertThat(tokens.size()).isZero();
  }

  @Test
  void verify_withNoRoomAtAll_verifiesEachTime() {
    VerifiedTokens none = new VerifiedTokens(verifier, clock, 0);
    TokenVerification first = none.verify(sent(issued.text()));

    assertThat(first).isInstanceOf(VerifiedToken.class);
    assertThat(none.verify(sent(issued.text()))).isNotSameAs(first);
  }

  /** Each request brings a string of its own. */
  private static RawToken sent(String text) {
    return new RawToken(new String(text.toCharArray()));
  }

  private static final class SetClock extends Clock {
    private Instant now = NOW;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}

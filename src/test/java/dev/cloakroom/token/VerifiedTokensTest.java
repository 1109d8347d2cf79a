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

  /** Whatever was sent in its name before its first use. */
  @Test
  void add_issuedHere_isKnownFromTheStart() {
    tokens.add(issued);
    assertThat(tokens.size()).isEqualTo(1);
    for (int i = 0; i < 10; i++) {
      tokens.verify(sent(underAnotherSignature(issued.text())));
    }

    VerifiedToken known = (VerifiedToken) tokens.verify(sent(issued.text()));
    VerifiedToken checked = (VerifiedToken) forge.verifier().verify(sent(issued.text()));
    assertThat(known.claims()).isEqualTo(checked.claims());
    assertThat(known.raw()).isEqualTo(checked.raw());
  }

  /** So that it costs a look-up, too, however often it comes. */
  @Test
  @Tag("J6")
  @Tag("P10")
  void verify_aGenuineTokenPastItsTime_isKeptAWhile() {
    clock.now = issued.expiresAt().plus(SKEW).plusSeconds(60);

    assertThat(tokens.verify(sent(issued.text()))).isEqualTo(new RejectedToken(Reason.EXPIRED));
    assertThat(tokens.size()).isEqualTo(1);
    assertThat(tokens.verify(sent(issued.text()))).isEqualTo(new RejectedToken(Reason.EXPIRED));
    clock.now = clock.now.plusSeconds(11);
    assertThat(tokens.size()).isZero();
  }

  /** Past its time or not, who has no genuine token is not told which. */
  @Test
  @Tag("J1")
  void verify_genuineClaimsUnderAFalseSignature_isInvalidAlsoPastTheirTime() {
    String forged = underAnotherSignature(issued.text());

    assertThat(tokens.verify(sent(forged))).isEqualTo(new RejectedToken(Reason.INVALID));
    clock.now = issued.expiresAt().plus(SKEW).plusSeconds(60);
    assertThat(tokens.verify(sent(forged))).isEqualTo(new RejectedToken(Reason.INVALID));
    assertThat(tokens.verify(sent(issued.text()))).isEqualTo(new RejectedToken(Reason.EXPIRED));
  }

  /** A client is not logged out by somebody who repeats what its token says. */
  @Test
  @Tag("J1")
  void verify_aKnownTokenBesideItsForgeries_isAcceptedAllTheTime() {
    String forged = underAnotherSignature(issued.text());
    tokens.verify(sent(issued.text()));

    for (int i = 0; i < 3; i++) {
      assertThat(tokens.verify(sent(forged))).isEqualTo(new RejectedToken(Reason.INVALID));
      assertThat(tokens.verify(sent(issued.text()))).isInstanceOf(VerifiedToken.class);
    }
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

  private static String underAnotherSignature(String text) {
    int at = text.lastIndexOf('.') + 40;
    return text.substring(0, at) + (text.charAt(at) == 'A' ? 'B' : 'A') + text.substring(at + 1);
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

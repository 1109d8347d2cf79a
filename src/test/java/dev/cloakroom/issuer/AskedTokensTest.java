package dev.cloakroom.issuer;

import static dev.cloakroom.issuer.Partner.accepted;
import static dev.cloakroom.issuer.Partner.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.testing.Await;
import dev.cloakroom.testing.Daemon;
import dev.cloakroom.testing.Race;
import dev.cloakroom.token.RejectedToken.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who is asked about a token, how often, and by how many. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class AskedTokensTest {
  private static final Await SOON = Await.atMost(Duration.ofSeconds(10));
  private static final int ROOM = 32;

  private final AskedPartner answers = new AskedPartner();
  private final Partner partner = answers.partner;

  private Outcome find(String text) {
    return answers.find(text);
  }

  private void unavailable(Outcome outcome) {
    assertThat(outcome).isInstanceOf(IssuerUnavailable.class);
  }

  @Test
  void find_active_isWhatTheIssuerSays() {
    answers.active.put("opaque", partner.claims());

    ForeignToken token = accepted(find("opaque"));

    assertThat(token.callerName()).isEqualTo("partner:f81d4fae");
    assertThat(token.groups()).containsExactly("user", "staff");
    assertThat(token.jti()).isEqualTo("t1");
    assertThat(token.raw().text()).isEqualTo("opaque");
    assertThat(token.toString()).doesNotContain("opaque");
  }

  @Test
  void find_again_asksBeforeTheAnswerCountsNoLonger() {
    answers.active.put("opaque", partner.claims());
    accepted(find("opaque"));
    partner.clock().advance(Duration.ofSeconds(20).minusMillis(1));
    accepted(find("opaque"));
    answers.assertAsked(1);

    partner.clock().advance(Duration.ofMillis(1));
    accepted(find("opaque"));
    answers.assertAsked(2);
  }

  /** However many come with a token, one of them asks anew, and none waits for it. */
  @Test
  void find_whileOneAsksAnew_isWhatTheIssuerSaidBefore() throws Exception {
    answers.goOn.countDown();
    answers.active.put("held", partner.claims());
    accepted(find("held"));
    partner.clock().advance(Duration.ofSeconds(20));
    answers.isDown = true;

    accepted(find("held"));
    accepted(find("held"));
    partner.clock().advance(Duration.ofSeconds(10));
    unavailable(find("held"));
  }

  @Test
  @Tag("J21")
  void find_endedThere_isRefusedWhenTheAnswerCountsNoLonger() {
    answers.active.put("opaque", partner.claims());
    accepted(find("opaque"));
    answers.active.clear();
    accepted(find("opaque"));

    partner.clock().advance(Duration.ofSeconds(30));
    refused(find("opaque"));
    assertThat(answers.tokens().size()).isZero();
  }

  @Test
  void find_answerThatCountsForNoTime_isAskedForEachTime() {
    AskedPartner strict = new AskedPartner("introspection-cache", "PT0S");
    strict.active.put("opaque", partner.claims());
    accepted(strict.find("opaque"));
    strict.active.clear();

    refused(strict.find("opaque"));
    strict.assertAsked(2);
  }

  /** Its time is over by what the issuer has said: nobody needs to be asked. */
  @Test
  @Tag("J6")
  void find_expired_isToldSo() {
    long end = partner.clock().instant().plusSeconds(10).getEpochSecond();
    answers.active.put("opaque", partner.claimsWith("exp", Long.toString(end)));
    accepted(find("opaque"));
    partner.clock().advance(Duration.ofSeconds(70));

    assertThat(find("opaque")).isEqualTo(new Refused(Reason.EXPIRED));
    answers.assertAsked(1);
  }

  @Test
  void find_inactive_isNotAskedForAgainForAMoment() {
    refused(find("none"));
    refused(find("none"));
    answers.assertAsked(1);
    answers.active.put("none", partner.claims());

    partner.clock().advance(AskedTokens.INACTIVE_FOR);
    accepted(find("none"));
  }

  @Test
  @Tag("G7")
  void find_issuerThatIsDown_isUnavailable_andAskedAgain() {
    answers.active.put("opaque", partner.claims());
    answers.isDown = true;
    unavailable(find("opaque"));

    answers.isDown = false;
    accepted(find("opaque"));
  }

  /** It was good half a minute ago. That is too long for the setting. */
  @Test
  @Tag("G7")
  void find_issuerThatGoesDown_letsInNobodyWhomItDoesNotVouchFor() {
    answers.active.put("opaque", partner.claims());
    accepted(find("opaque"));
    answers.isDown = true;
    accepted(find("opaque"));
    partner.clock().advance(Duration.ofSeconds(30));

    unavailable(find("opaque"));
    answers.isDown = false;
    accepted(find("opaque"));
  }

  @Test
  void find_manyAtOnceWithOneToken_askOnce() throws Exception {
    answers.active.put("held", partner.claims());
    answers.goOn.countDown();
    List<Callable<Outcome>> visits = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      visits.add(() -> find("held"));
    }

    try (Race race = new Race(40)) {
      assertThat(race.run(visits)).hasSize(40).allMatch(ForeignToken.class::isInstance);
    }
    answers.assertAsked(1);
  }

  @Test
  void find_manyWhileOneAsks_waitForItsAnswer() throws Exception {
    answers.active.put("held", partner.claims());
    FutureTask<Outcome> first = visit("held");
    assertThat(SOON.until(() -> answers.held.size() == 1)).isTrue();
    FutureTask<Outcome> second = visit("held");
    answers.goOn.countDown();

    accepted(first.get());
    accepted(second.get());
    answers.assertAsked(1);
  }

  private FutureTask<Outcome> visit(String token) {
    FutureTask<Outcome> visit = new FutureTask<>(() -> find(token));
    Daemon.start("visit", visit);
    return visit;
  }

  /** Who makes tokens up takes no place of those whose token was good a moment ago. */
  @Test
  @Tag("P10")
  void find_moreAtOnceThanMayAsk_areUnavailableAtOnce_andWhoIsKnownIsNot() throws Exception {
    answers.active.put("known", partner.claims());
    accepted(find("known"));
    partner.clock().advance(Duration.ofSeconds(30));
    List<FutureTask<Outcome>> strangers = new ArrayList<>();
    for (int i = 0; i < ROOM; i++) {
      strangers.add(visit("held-" + i));
    }
    assertThat(SOON.until(() -> answers.held.size() == ROOM)).isTrue();

    unavailable(find("stranger"));
    answers.assertAsked(1 + ROOM);
    accepted(find("known"));

    answers.goOn.countDown();
    for (FutureTask<Outcome> one : strangers) {
      refused(one.get());
    }
    refused(find("stranger"));
  }

  /** Each that waits holds a thread of the server. */
  @Test
  @Tag("P10")
  void find_issuerThatHangs_isAskedByOneAtATime_untilItAnswers() throws Exception {
    answers.isSlow = true;
    unavailable(find("first"));
    answers.isSlow = false;
    FutureTask<Outcome> trial = visit("held");
    assertThat(SOON.until(() -> answers.held.size() == 1)).isTrue();
    unavailable(find("second"));
    unavailable(find("third"));
    answers.assertAsked(2);

    answers.goOn.countDown();
    refused(trial.get());
    refused(find("second"));
    refused(find("third"));
  }

  @Test
  @Tag("P10")
  void find_tensOfThousandsThatAreMadeUp_leaveThoseInUse() {
    answers.active.put("known", partner.claims());
    accepted(find("known"));
    for (int i = 0; i < 20_000; i++) {
      refused(find("x".repeat(1000) + i));
    }
    int before = answers.asked.get();

    accepted(find("known"));
    answers.assertAsked(before);
    assertThat(answers.tokens().size()).isEqualTo(1);
  }

  @Test
  void find_longerThanAnyToken_asksNobody() {
    refused(find("x".repeat(JwsToken.MAX_LENGTH + 1)));
    answers.assertAsked(0);
  }
}

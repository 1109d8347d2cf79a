package dev.cloakroom.it.nodes;

import static java.lang.System.Logger.Level.INFO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.nodes.Seen.Kind;
import dev.cloakroom.it.onetime.OneTimeClient;
import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.testing.Await;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What two servers do under load when what they share, or one of them, fails: nobody waits long,
 * nobody is told anything wrong, and nothing that was acknowledged is lost.
 */
@Tag("G7")
abstract class FailureContract {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom.it");

  /** The store's budget, and as long again for a machine that is busy. */
  private static final Duration LONGEST = Duration.ofSeconds(4);

  private static final Duration BACK_WITHIN = Duration.ofSeconds(5);

  abstract SharedApplication shared();

  /** Shows a ticket of the right form, so that the store has to be asked. */
  private ProbeClient stranger() {
    return shared().one().cookie(ProbeClient.TICKET, "A".repeat(22) + "." + "B".repeat(43));
  }

  private interface Action {
    void run() throws Exception;
  }

  private void underLoad(Action failure, Action repair) throws Exception {
    try (Load load = new Load(shared())) {
      failure.run();
      try {
        load.awaitUnserved();
      } finally {
        repair.run();
      }
      Duration back = load.awaitServed();
      load.finish();

      LOG.log(INFO, "{0}, back within {1}", load.ledger(), back);
      assertThat(back).isLessThan(BACK_WITHIN);
      assertThat(load.ledger().all()).allSatisfy(FailureContract::assertAllowed);
      assertPromisesKept(load.ledger());
    }
  }

  private static void assertAllowed(Seen seen) {
    assertThat(seen.took()).isLessThan(LONGEST);
    if (!isDone(seen)) {
      assertThat(seen.status()).as(seen.toString()).isEqualTo(503);
      assertThat(seen.saysWhenToRetry()).isTrue();
      assertThat(seen.asked().kind()).isNotEqualTo(Kind.PUBLIC);
    }
    assertThat(seen.clearsACookie())
        .isEqualTo(seen.asked().kind() == Kind.LOGOUT && seen.status() == 200);
  }

  /** Something put into a basket that another request has changed is refused, and kept nowhere. */
  private static boolean isDone(Seen seen) {
    return seen.status() == 200 || (seen.status() == 409 && seen.asked().kind() == Kind.BEAN);
  }

  private void assertPromisesKept(Ledger ledger) throws InterruptedException {
    assertThat(ledger.promised())
        .hasAtLeastOneElementOfType(RefreshPromise.class)
        .anyMatch(promise -> promise instanceof BasketPromise basket && !basket.kept().isEmpty())
        .filteredOn(TicketPromise.class::isInstance)
        .extracting(promise -> ((TicketPromise) promise).status())
        .contains(200, 401);
    for (Promise promise : ledger.promised()) {
      promise.assertKept(shared().one());
      promise.assertKept(shared().other());
    }
  }

  @Test
  void storeThatIsKilledUnderLoad_andBack_hasLostNothing() throws Exception {
    underLoad(shared().backEnd()::kill, shared().backEnd()::restart);
  }

  @Test
  void storeThatHangsUnderLoad_andGoesOn_hasLostNothing() throws Exception {
    underLoad(shared().backEnd()::suspend, shared().backEnd()::resume);
  }

  @Test
  void storeThatIsGone_isUnavailable_toThoseItDoesNotKnowToo() throws Exception {
    shared().backEnd().kill();
    HttpResponse<String> answer;
    try {
      answer = GuardedPage.askedBy(stranger());
    } finally {
      shared().backEnd().restart();
    }

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(GuardedPage.untilRefused(stranger())).isLessThan(BACK_WITHIN);
  }

  @Test
  @Tag("S15")
  void storeThatIsGone_issuesNoToken_andUsesNoneUp() throws Exception {
    OneTimeClient page = new OneTimeClient(shared().one(), "reset", "outage");
    String token = page.issued();
    shared().backEnd().kill();
    HttpResponse<String> redeemed;
    HttpResponse<String> issued;
    HttpResponse<String> opened;
    try {
      redeemed = page.asked("redeem", token);
      issued = page.asked("issue", "");
      opened = shared().one().post("api/link/opened", Map.of("token", token));
    } finally {
      shared().backEnd().restart();
    }

    assertThat(redeemed.statusCode()).isEqualTo(503);
    assertThat(redeemed.headers().firstValue("Retry-After")).isPresent();
    assertThat(issued.statusCode()).isEqualTo(503);
    assertThat(opened.statusCode()).isEqualTo(503);
    assertThat(awaitDone(page, "redeem", token)).isEqualTo(page.wasGood());
    assertThat(awaitDone(new OneTimeClient(shared().other(), "reset", "other"), "issue", ""))
        .isNotEmpty();
  }

  private static String awaitDone(OneTimeClient page, String what, String token)
      throws InterruptedException {
    return new Await(BACK_WITHIN, Duration.ZERO)
        .until(() -> page.asked(what, token), answer -> answer.statusCode() == 200)
        .body();
  }

  /** Logging in is what none of these allows; what else it does is for the store to say. */
  @ParameterizedTest
  @EnumSource
  void storeInTrouble_refusesLogins_doesWhatItCan_andHasLostNothing(Trouble trouble)
      throws Exception {
    Ledger ledger = new Ledger();
    List<LoadClient> clients = Load.clients(shared(), ledger);
    clients.forEach(LoadClient::once);
    ledger.startOver();
    BackEnd.Ongoing ongoing = shared().backEnd().begin(trouble);
    try {
      clients.forEach(LoadClient::once);
    } finally {
      ongoing.close();
    }
    assertThat(ledger.all())
        .filteredOn(seen -> seen.asked().kind() == Kind.LOGIN)
        .isNotEmpty()
        .allSatisfy(seen -> assertThat(seen.status()).isEqualTo(503));
    long begun = System.nanoTime();
    assertThat(new Await(BACK_WITHIN, Duration.ZERO).until(() -> areServed(clients, begun)))
        .isTrue();

    assertThat(ledger.all()).allSatisfy(FailureContract::assertAllowed);
    assertPromisesKept(ledger);
  }

  /** Whether each has been served since then, now that it has asked once more. */
  private static boolean areServed(List<LoadClient> clients, long begun) {
    clients.forEach(LoadClient::once);
    return clients.stream().allMatch(client -> client.isServedSince(begun));
  }

  @Test
  void serverThatIsKilledUnderLoad_endsNoSession_andTheOneGoesOn() throws Exception {
    try (Load load = new Load(shared())) {
      shared().servers().killOther();
      load.awaitUnserved();
      load.awaitUnserved();
      load.finish();

      LOG.log(INFO, load.ledger());
      assertThat(load.ledger().all())
          .filteredOn(seen -> seen.asked().server().equals(TwoServers.ONE))
          .isNotEmpty()
          .allSatisfy(seen -> assertThat(isDone(seen)).as(seen.toString()).isTrue());
      assertThat(load.ledger().all())
          .allSatisfy(seen -> assertThat(seen.took()).isLessThan(LONGEST))
          .filteredOn(seen -> !seen.isUnanswered())
          .allSatisfy(FailureContract::assertAllowed);
      shared().servers().replaceOther();
      assertPromisesKept(load.ledger());
    }
  }
}

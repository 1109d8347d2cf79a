package dev.cloakroom.it.onetime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import dev.cloakroom.testing.Race;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a token that can be used once is good for, where, and how often. */
@OnServerWith(OneTimeWars.class)
class OneTimeTokensIT {
  private static final int RACERS = 8;
  private static final int ROUNDS = 25;

  private final ProbeClient server;

  OneTimeTokensIT(ServerProcess process) {
    server = ProbeClient.over(process.server()).another("recipes/");
  }

  private OneTimeClient of(String subject) {
    return new OneTimeClient(server.another(), "reset", subject);
  }

  @Test
  @Tag("S15")
  void token_isGoodOnce() {
    OneTimeClient page = of("once");
    String token = page.issued();

    assertThat(page.redeemed(token)).isEqualTo(page.wasGood());
    assertThat(page.redeemed(token)).isEqualTo(OneTimeClient.NOTHING);
  }

  @Test
  void token_ofAnotherPurpose_isGoodForNothing_andStaysGoodForItsOwn() {
    OneTimeClient page = of("purpose");
    String token = page.issued();

    assertThat(new OneTimeClient(page.client(), "login", "purpose").redeemed(token))
        .isEqualTo(OneTimeClient.NOTHING);
    assertThat(page.redeemed(token)).isEqualTo(page.wasGood());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "AAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "' or 1=1 --",
        "ä\u0000"
      })
  void whatIsNoToken_isGoodForNothing(String text) {
    assertThat(of("none").redeemed(text)).isEqualTo(OneTimeClient.NOTHING);
  }

  @Test
  void token_boundToABrowser_isGoodThereAlone() {
    OneTimeClient asking = of("bound");
    OneTimeClient another = of("bound");
    another.issuedBound();
    String token = asking.issuedBound();

    assertThat(asking.client().cookie("sid-browser")).matches("[A-Za-z0-9_-]{22}");
    assertThat(of("bound").redeemed(token)).isEqualTo(OneTimeClient.NOTHING);
    assertThat(another.redeemed(token)).isEqualTo(OneTimeClient.NOTHING);
    assertThat(asking.redeemed(token)).isEqualTo(asking.wasGood());
  }

  @Test
  void browser_onAThreadWithoutARequest_isNotKnown_andTheReasonIsSaid() {
    assertThat(of("elsewhere").text("browser-elsewhere", ""))
        .startsWith("java.lang.IllegalStateException: A browser is known by its request");
  }

  @Test
  void tokens_moreThanMayBe_dropTheFirst() {
    OneTimeClient page = of("many");
    String first = page.issued();
    String second = page.issued();
    String third = page.issued();

    assertThat(page.redeemed(first)).isEqualTo(OneTimeClient.NOTHING);
    assertThat(page.redeemed(second)).isEqualTo(page.wasGood());
    assertThat(page.redeemed(third)).isEqualTo(page.wasGood());
  }

  @Test
  void revoked_allOfASubject_andNobodyElses() {
    OneTimeClient page = of("revoked");
    String token = page.issued();
    OneTimeClient other = of("kept");
    String kept = other.issued();

    assertThat(page.revoked()).isEqualTo("1");
    assertThat(page.redeemed(token)).isEqualTo(OneTimeClient.NOTHING);
    assertThat(other.redeemed(kept)).isEqualTo(other.wasGood());
  }

  @Test
  @Tag("S15")
  void token_redeemedByManyAtOnce_isGoodForOne() throws Exception {
    OneTimeClient page = of("race");
    try (Race race = new Race(RACERS)) {
      for (int round = 0; round < ROUNDS; round++) {
        String token = page.issued();
        Callable<String> racer = () -> of("race").redeemed(token);
        List<String> told = race.run(Collections.nCopies(RACERS, racer));

        assertThat(Collections.frequency(told, page.wasGood())).isOne();
        assertThat(Collections.frequency(told, OneTimeClient.NOTHING)).isEqualTo(RACERS - 1);
      }
    }
  }
}

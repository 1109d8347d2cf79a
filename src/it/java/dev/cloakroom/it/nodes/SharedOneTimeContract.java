package dev.cloakroom.it.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.onetime.OneTimeClient;
import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.testing.Race;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a one-time token of one server is at the other. */
abstract class SharedOneTimeContract {
  private static final int ROUNDS = 50;
  private static final String BROWSER = "sid-browser";

  abstract SharedApplication shared();

  private static OneTimeClient of(ProbeClient client, String subject) {
    return new OneTimeClient(client, "reset", subject);
  }

  @Test
  @Tag("S7")
  @Tag("S15")
  void token_ofOneServer_isGoodAtTheOther_once() {
    OneTimeClient here = of(shared().one(), "shared");
    OneTimeClient there = of(shared().other(), "shared");
    String token = here.issued();

    assertThat(there.redeemed(token)).isEqualTo(there.wasGood());
    assertThat(there.redeemed(token)).isEqualTo(OneTimeClient.NOTHING);
    assertThat(here.redeemed(token)).isEqualTo(OneTimeClient.NOTHING);
  }

  @Test
  @Tag("S15")
  void token_redeemedAtBothServersAtOnce_isGoodAtOne() throws Exception {
    OneTimeClient here = of(shared().one(), "hurried");
    OneTimeClient there = of(shared().other(), "hurried");
    try (Race race = new Race(2)) {
      for (int round = 0; round < ROUNDS; round++) {
        String token = here.issued();

        assertThat(race.run(List.of(() -> here.redeemed(token), () -> there.redeemed(token))))
            .containsExactlyInAnyOrder(here.wasGood(), OneTimeClient.NOTHING);
      }
    }
  }

  @Test
  void token_boundToABrowser_isGoodAtTheOther_inThatBrowserAlone() {
    OneTimeClient here = of(shared().one(), "bound");
    String token = here.issuedBound();
    String browser = Objects.requireNonNull(here.client().cookie(BROWSER));

    assertThat(of(shared().other(), "bound").redeemed(token)).isEqualTo(OneTimeClient.NOTHING);
    assertThat(of(shared().other().cookie(BROWSER, browser), "bound").redeemed(token))
        .isEqualTo(here.wasGood());
  }

  @Test
  void tokens_revokedAtOneServer_areGoodForNothingAtTheOther() {
    OneTimeClient here = of(shared().one(), "revoked");
    OneTimeClient there = of(shared().other(), "revoked");
    String one = here.issued();
    String other = there.issued();

    assertThat(here.revoked()).isEqualTo("2");
    assertThat(there.redeemed(one)).isEqualTo(OneTimeClient.NOTHING);
    assertThat(here.redeemed(other)).isEqualTo(OneTimeClient.NOTHING);
  }

  @Test
  void tokens_moreThanMayBe_dropTheFirst_whicheverServerIssuedIt() {
    OneTimeClient here = of(shared().one(), "many");
    OneTimeClient there = of(shared().other(), "many");
    String first = here.issued();
    String second = there.issued();
    for (int more = 0; more < 4; more++) {
      there.issued();
    }

    assertThat(here.redeemed(first)).isEqualTo(OneTimeClient.NOTHING);
    assertThat(here.redeemed(second)).isEqualTo(here.wasGood());
  }
}

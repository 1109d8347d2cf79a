package dev.cloakroom.it.nodes;

import static dev.cloakroom.it.factor.FactorPerson.reason;
import static dev.cloakroom.it.nodes.AppMember.proven;
import static dev.cloakroom.it.nodes.GuardedPage.status;
import static dev.cloakroom.it.nodes.GuardedPage.untilRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.testing.Race;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An authenticator app that a caller has at one server they have at the other, and its codes. */
abstract class SharedTotpContract {
  private static final String OTP = "otp";
  private static final String RECOVERY = "recovery-code";

  abstract SharedApplication shared();

  /** Each application has callers of its own: they keep apps in one table. */
  private String name(String suffix) {
    return "user-" + shared().path().replace("/", "") + "-" + suffix;
  }

  private AppMember enrolledHere(String suffix) {
    return AppMember.enrolled(shared().one(), name(suffix));
  }

  private ProbeClient there(ProbeClient here) {
    return shared().other().cookie(ProbeClient.TICKET, here.ticket());
  }

  @Test
  @Tag("P8")
  @Tag("S15")
  void appOfOneServer_isAskedForAtTheOther_andEachCodeIsGoodOnce() {
    AppMember member = enrolledHere("once");
    ProbeClient here = shared().one();
    ProbeClient there = shared().other();
    JsonObject asked = member.askedOf(there);
    assertThat(asked.getJsonArray("methods").toString()).isEqualTo("[\"otp\",\"recovery-code\"]");
    String code = member.codes().code(1);

    assertThat(proven(there, asked, OTP, code).statusCode()).isEqualTo(200);
    assertThat(reason(proven(here, member.askedOf(here), OTP, code))).isEqualTo("factor-refused");
    assertThat(reason(proven(there, member.askedOf(there), OTP, code))).isEqualTo("factor-refused");
  }

  @Test
  @Tag("P8")
  void recoveryCode_usedAtOneServer_isGoodForNothingAtTheOther() {
    AppMember member = enrolledHere("paper");
    ProbeClient here = shared().one();
    ProbeClient there = shared().other();
    String code = member.recovery().get(0);

    assertThat(proven(here, member.askedOf(here), RECOVERY, code).statusCode()).isEqualTo(200);
    JsonObject asked = member.askedOf(there);
    assertThat(reason(proven(there, asked, RECOVERY, code))).isEqualTo("factor-refused");
    String next = member.recovery().get(1);
    assertThat(proven(there, asked, RECOVERY, next).statusCode()).isEqualTo(200);
  }

  @Test
  @Tag("P8")
  @Tag("S15")
  void codeShownAtBothServersAtOnce_isOneLogin() throws Exception {
    try (Race race = new Race(2)) {
      for (int round = 0; round < 5; round++) {
        AppMember member = enrolledHere("hurried-" + round);

        assertOneOfBoth(race, member, OTP, member.codes().code(1));
      }
    }
  }

  @Test
  @Tag("P8")
  @Tag("S15")
  void recoveryCodeShownAtBothServersAtOnce_isOneLogin() throws Exception {
    AppMember member = enrolledHere("hurried-paper");
    try (Race race = new Race(2)) {
      for (String code : member.recovery().subList(0, 4)) {
        assertOneOfBoth(race, member, RECOVERY, code);
      }
    }
  }

  /** In two logins that wait, so that it is the code that is good once. */
  private void assertOneOfBoth(Race race, AppMember member, String method, String code)
      throws Exception {
    ProbeClient here = shared().one();
    ProbeClient there = shared().other();
    JsonObject askedHere = member.askedOf(here);
    JsonObject askedThere = member.askedOf(there);

    assertThat(
            race.run(
                List.of(
                    () -> proven(here, askedHere, method, code).statusCode(),
                    () -> proven(there, askedThere, method, code).statusCode())))
        .containsExactlyInAnyOrder(200, 401);
  }

  @Test
  @Tag("S9")
  void appThatIsAddedAtOneServer_endsTheCallersOtherSessionsAtTheOther() throws Exception {
    ProbeClient there = shared().other();
    there.login(name("adding"));
    assertThat(status(there)).isEqualTo(200);

    AppMember member = enrolledHere("adding");

    untilRefused(there);
    assertThat(status(member.client())).isEqualTo(200);
    assertThat(status(there(member.client()))).isEqualTo(200);
  }

  @Test
  @Tag("S9")
  void appThatIsRemovedAtOneServer_endsTheCallersOtherSessionsAtTheOther_andIsAskedForNoMore()
      throws Exception {
    AppMember member = enrolledHere("removing");
    ProbeClient there = shared().other();
    assertThat(proven(there, member.askedOf(there), OTP, member.codes().code(1)).statusCode())
        .isEqualTo(200);
    JsonObject waits = member.askedOf(shared().other());

    assertThat(member.client().delete(AppMember.APP).statusCode()).isEqualTo(204);

    untilRefused(there);
    assertThat(status(member.client())).isEqualTo(200);
    assertThat(reason(proven(shared().other(), waits, RECOVERY, member.recovery().get(0))))
        .isEqualTo("factor-expired");
    shared().other().login(member.name());
  }
}

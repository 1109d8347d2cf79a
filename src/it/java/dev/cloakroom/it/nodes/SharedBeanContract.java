package dev.cloakroom.it.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.testing.Race;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a {@code @LoginScoped} bean of a login at one server is at the other. */
abstract class SharedBeanContract {
  private static final String VISIT = "api/cookies/visit";
  private static final String REFUSED = "refused";

  /** How often what depends on chance is done. */
  static final int TIMES = 21;

  abstract SharedApplication shared();

  /** The same login at the other server. */
  ProbeClient alsoAtTheOther(ProbeClient client) {
    return shared().other().cookie(ProbeClient.TICKET, client.ticket());
  }

  private static void untilBasketIs(ProbeClient client, Set<String> expected)
      throws InterruptedException {
    assertThat(BasketPage.once(client, expected::equals)).isEqualTo(expected);
  }

  @Test
  @Tag("S7")
  void bean_changedAtOneServer_isThereAtTheOther_andEndsWithTheLogin() throws InterruptedException {
    ProbeClient here = shared().one();
    here.login("user-carrying");
    ProbeClient there = alsoAtTheOther(here);
    assertThat(BasketPage.put(here, "pear").body()).isEqualTo("pear");
    untilBasketIs(there, Set.of("pear"));
    assertThat(BasketPage.put(there, "fig").body()).isEqualTo("pear,fig");
    untilBasketIs(here, Set.of("pear", "fig"));

    assertThat(there.post(ProbeClient.LOGOUT).statusCode()).isEqualTo(200);
    ProbeClient again = shared().other();
    again.login("user-carrying");

    assertThat(again.get(BasketPage.PATH).body()).isEmpty();
    assertThat(again.get(BasketPage.PATH + "/ends").body()).contains("pear,fig");
  }

  /** The container's own beans are of one server, and end with the login wherever that ends. */
  @Test
  @Tag("S7")
  void beanOfTheContainersSession_endsWithTheLogin_thatEndsAtTheOtherServer()
      throws InterruptedException {
    ProbeClient here = shared().one();
    here.login("user-visiting");
    assertThat(here.get(VISIT).body()).isEqualTo("1");
    assertThat(here.get(VISIT).body()).isEqualTo("2");

    ProbeClient there = alsoAtTheOther(here);
    assertThat(there.post(ProbeClient.LOGOUT).statusCode()).isEqualTo(200);
    GuardedPage.untilRefused(here.copy());

    assertThat(here.get(VISIT).body()).isEqualTo("1");
  }

  /** One of the two is kept each time; whoever is not is told. */
  @Test
  @Tag("S15")
  void bean_changedAtBothServersAtOnce_losesNothingUnseen() throws Exception {
    ProbeClient one = shared().one();
    one.login("user-hurried");
    ProbeClient other = alsoAtTheOther(one);
    BasketPage.put(one, "first");
    Set<String> kept = new TreeSet<>(Set.of("first"));
    try (Race race = new Race(2)) {
      for (int time = 0; time < TIMES; time++) {
        String here = "one" + time;
        String there = "other" + time;
        kept.addAll(race.run(List.of(() -> keptOf(one, here), () -> keptOf(other, there))));
      }
    }
    kept.remove(REFUSED);
    assertThat(kept).hasSizeGreaterThan(TIMES);
    untilBasketIs(one, kept);
    untilBasketIs(other, kept);
  }

  /** What was put aside, or that it was refused. */
  private static String keptOf(ProbeClient client, String what) {
    HttpResponse<String> answer = BasketPage.put(client, what);
    assertThat(answer.statusCode()).as(answer.body()).isIn(200, 409);
    return answer.statusCode() == 200 ? what : REFUSED;
  }
}

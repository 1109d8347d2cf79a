package dev.cloakroom.it.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.OnServer;
import dev.cloakroom.it.RunningServer;
import dev.cloakroom.testing.Race;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** New tickets on demand, and other groups at once. */
@OnServer(ProbeDeployment.class)
class RotationIT {
  private static final String ROTATE = "api/sessions/rotate";
  private static final String GUARDED = "declared/caller";
  private static final int AT_ONCE = 16;
  private static final int ROUNDS = 5;

  private final ProbeClient client;

  RotationIT(RunningServer server) {
    client = ProbeClient.over(server);
  }

  @Test
  void rotate_byCookie_setsANewTicketOfTheSameSession_andHonoursTheOldOneInFlight() {
    client.login("user-rotating");
    String old = client.ticket();
    ProbeClient inFlight = client.copy();

    HttpResponse<String> rotated = client.post(ROTATE);

    assertThat(tickets(rotated)).hasSize(1);
    assertThat(client.ticket()).isNotEqualTo(old);
    assertThat(sessionId(client)).isEqualTo(sessionId(inFlight)).isEqualTo(rotated.body());
    assertThat(inFlight.ticket()).as("a request in flight is not given a ticket").isEqualTo(old);
  }

  @Test
  void rotate_byBearer_replacesTheTicketWhenItIsNextUsed() {
    String token = client.login("user-rotating").getString("accessToken");
    String old = client.ticket();

    HttpResponse<String> rotated = client.another().bearer(token).post(ROTATE);

    assertThat(rotated.statusCode()).isEqualTo(200);
    assertThat(tickets(rotated)).isEmpty();
    assertThat(tickets(client.get("caller"))).hasSize(1);
    assertThat(client.ticket()).isNotEqualTo(old);
    assertThat(tickets(client.get("caller"))).as("once is enough").isEmpty();
  }

  @Test
  @Tag("S15")
  void ticketThatIsDue_shownByManyAtOnce_isReplacedOnce() throws Exception {
    try (Race race = new Race(AT_ONCE)) {
      for (int round = 0; round < ROUNDS; round++) {
        ProbeClient old = client.another();
        String token = old.login("user-hasty").getString("accessToken");
        assertThat(client.another().bearer(token).post(ROTATE).statusCode()).isEqualTo(200);

        assertReplacedOnce(old, race.run(guardedRequests(old)));
      }
    }
  }

  private void assertReplacedOnce(ProbeClient old, List<HttpResponse<String>> answers) {
    assertThat(answers).allMatch(answer -> answer.statusCode() == 200);
    List<String> replaced = answers.stream().flatMap(answer -> tickets(answer).stream()).toList();
    assertThat(replaced).hasSize(1);
    String renewed = replaced.get(0).split("[=;]", 3)[1];
    assertThat(renewed).isNotEqualTo(old.ticket());
    assertServedWithoutANewTicket(client.another().cookie(ProbeClient.TICKET, renewed));
    assertServedWithoutANewTicket(old);
  }

  /** Each of a client of its own, so that none shows what another was given. */
  private static List<Callable<HttpResponse<String>>> guardedRequests(ProbeClient same) {
    return Stream.generate(same::copy)
        .limit(AT_ONCE)
        .map(each -> (Callable<HttpResponse<String>>) () -> each.get(GUARDED))
        .toList();
  }

  private static void assertServedWithoutANewTicket(ProbeClient shown) {
    HttpResponse<String> answer = shown.get(GUARDED);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(tickets(answer)).isEmpty();
  }

  @Test
  void rotate_byNobody_doesNothing() {
    HttpResponse<String> rotated = client.post(ROTATE);

    assertThat(rotated.statusCode()).isEqualTo(200);
    assertThat(tickets(rotated)).isEmpty();
  }

  @Test
  void rotate_onceTheResponseIsCommitted_throwsAndChangesNothing() {
    client.login("user-too-late");
    String ticket = client.ticket();

    HttpResponse<String> answer = client.post("late-rotation");

    assertThat(answer.body()).contains("already committed");
    assertThat(client.ticket()).isEqualTo(ticket);
    assertThat(client.json("caller").getJsonObject("session").getBoolean("anonymous")).isFalse();
    assertThat(client.get("api/events?caller=user-too-late").body()).doesNotContain("Rotated");
  }

  @Test
  void rotate_onceTheResponseIsCommitted_byBearer_isNoError() {
    String token = client.login("user-in-time").getString("accessToken");

    assertThat(client.another().bearer(token).post("late-rotation").body()).isEqualTo("rotated");
    assertThat(tickets(client.get("caller"))).hasSize(1);
  }

  @Test
  void changedGroups_countAtOnce_forCookieAndBearer() {
    String token = client.login("user-promoted").getString("accessToken");
    ProbeClient bearer = client.another().bearer(token);
    assertThat(client.get("api/caller/staff").statusCode()).isEqualTo(403);
    assertThat(bearer.get("api/caller/staff").statusCode()).isEqualTo(403);

    assertThat(changeGroups("user-promoted", "staff").body()).isEqualTo("1");

    assertThat(client.get("api/caller/staff").statusCode()).isEqualTo(200);
    assertThat(bearer.get("api/caller/staff").statusCode()).isEqualTo(200);
    assertThat(client.get("api/caller/user").statusCode()).isEqualTo(403);
    assertThat(bearer.get("api/caller/user").statusCode()).isEqualTo(403);
    assertThat(client.get("declared/caller").statusCode()).isEqualTo(403);
    assertThat(bearer.get("declared/caller").statusCode()).isEqualTo(403);
  }

  @Test
  void changedGroups_rotateTheTicketAtItsNextUse() {
    client.login("user-regrouped");
    String old = client.ticket();

    changeGroups("user-regrouped", "user,editor");

    assertThat(tickets(client.get("caller"))).hasSize(1);
    assertThat(client.ticket()).isNotEqualTo(old);
    assertThat(tickets(client.get("caller"))).isEmpty();
    assertThat(sessionId(client)).isNotEmpty();
  }

  @Test
  @Tag("C6")
  void newTicket_besideCookiesOfARestResource_isNotThrownAway() {
    client.login("user-beside");
    changeGroups("user-beside", "user,editor");

    HttpResponse<String> answer = client.get("api/cookies");

    assertThat(tickets(answer)).hasSize(1);
    assertThat(answer.headers().allValues("Set-Cookie"))
        .extracting(header -> header.split("=", 2)[0])
        .containsExactlyInAnyOrder("sid", "JSESSIONID", "basket", "theme");
  }

  @Test
  void changedGroups_andRotation_inOneRequest_setOneTicket() {
    client.login("user-self");

    HttpResponse<String> answer = client.post("api/sessions/promote");

    assertThat(answer.body()).isEqualTo("admin,user");
    assertThat(tickets(answer)).hasSize(1);
    assertThat(client.get("annotated").statusCode()).isEqualTo(200);
    assertThat(tickets(client.get("caller"))).isEmpty();
  }

  @Test
  void changedGroups_ofNobodyLoggedIn_changeNothing() {
    assertThat(changeGroups("user-absent", "admin").body()).isEqualTo("0");

    client.login("user-absent");
    assertThat(client.get("annotated").statusCode()).isEqualTo(403);
  }

  private HttpResponse<String> changeGroups(String caller, String groups) {
    return client
        .another()
        .post("api/sessions/change-groups", Map.of("caller", caller, "groups", groups));
  }

  private static List<String> tickets(HttpResponse<String> answer) {
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(header -> header.startsWith("sid="))
        .toList();
  }

  private static String sessionId(ProbeClient client) {
    return client.json("caller").getJsonObject("session").getString("id");
  }
}

package dev.cloakroom.it.factor;

import static dev.cloakroom.it.factor.FactorPerson.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who has a second factor is not logged in before it. */
@OnServerWith(FactorWars.class)
class FactorLoginIT {
  private static final String COOKIE = "sid-factor";

  private final ProbeClient server;

  FactorLoginIT(ServerProcess process) {
    server = ProbeClient.over(process.server());
  }

  private ProbeClient browser(String war) {
    ProbeClient client = server.another(war + "/");
    return client.header("Origin", client.origin()).header("Sec-Fetch-Site", "same-origin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"factors", "factors-jwt"})
  @Tag("S13")
  @Tag("S14")
  @Tag("P8")
  void browser_isNobodyBeforeTheFactor_andLoggedInAfterIt(String war) {
    FactorPerson person = new FactorPerson(browser(war), "user-factor-browser");

    JsonObject asked = person.asked();

    assertThat(asked.getJsonArray("methods")).hasToString("[\"number\"]");
    assertThat(asked).doesNotContainKeys("factorToken", "accessToken");
    ProbeClient client = person.client();
    assertThat(client.cookie(COOKIE)).isNotNull();
    assertThat(client.cookie(ProbeClient.TICKET)).isNull();
    person.assertIsNobody();
    assertThat(client.json(FactorPerson.FACTOR).getJsonObject("challenges"))
        .isEqualTo(asked.getJsonObject("challenges"));
    assertThat(reason(person.answers(asked, "0"))).isEqualTo("factor-refused");
    person.assertIsNobody();

    HttpResponse<String> answer = person.answersRightly(asked);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonObject session = ProbeClient.parse(answer.body()).getJsonObject("session");
    assertThat(session.getInt("level")).isEqualTo(2);
    assertThat(session.getJsonArray("amr")).hasToString("[\"number\",\"pwd\"]");
    assertThat(client.cookie(COOKIE)).isNull();
    person.assertIsAt(2);
    assertThat(client.json(FactorPerson.SESSION).getJsonObject("session").getInt("level"))
        .isEqualTo(2);
  }

  /** The cookie of what waits is good for nothing else, by whatever name. */
  @Test
  @Tag("P8")
  void ticketOfWhatWaits_opensNothing() {
    FactorPerson person = new FactorPerson(browser("factors"), "user-factor-ticket");
    person.asked();
    String ticket = String.valueOf(person.client().cookie(COOKIE));

    new FactorPerson(browser("factors").cookie(ProbeClient.TICKET, ticket), "x").assertIsNobody();
    new FactorPerson(server.another("factors/").bearer(ticket), "x").assertIsNobody();
  }

  @Test
  @Tag("S13")
  void program_hasItsTicketInTheAnswer_andIsGivenTokens() {
    FactorPerson person = new FactorPerson(server.another("factors/"), "user-factor-program");
    JsonObject asked = person.asked();
    assertThat(person.client().cookie(COOKIE)).isNull();
    person.assertIsNobody();

    JsonObject answer = ProbeClient.parse(person.answersRightly(asked).body());

    ProbeClient byToken = server.another("factors/").bearer(answer.getString("accessToken"));
    new FactorPerson(byToken, person.name()).assertIsAt(2);
    assertThat(reason(person.answersRightly(asked))).isEqualTo("factor-expired");
    JsonObject next =
        ProbeClient.parse(
            server
                .another("factors/")
                .post(ProbeClient.REFRESH, Map.of("refreshToken", answer.getString("refreshToken")))
                .body());
    ProbeClient refreshed = server.another("factors/").bearer(next.getString("accessToken"));
    new FactorPerson(refreshed, person.name()).assertIsAt(2);
  }

  @Test
  @Tag("X14")
  void formOfAPage_leadsToTheFactorPage_andFromThereToWhereItWasToLead() {
    ProbeClient page = browser("factors").header("Accept", "text/html");
    String name = "user-factor-form";
    HttpResponse<String> begun =
        page.post(
            ProbeClient.LOGIN,
            Map.of("username", name, "password", "pw-" + name, "next", "/factors/api/safe"));
    assertThat(begun.statusCode()).isEqualTo(303);
    assertThat(location(begun))
        .endsWith("/factors/code?reason=factor-required&next=%2Ffactors%2Fapi%2Fsafe");
    assertThat(page.get("api/safe/who").body()).isEqualTo("nobody");
    FactorPerson person = new FactorPerson(page, name);
    JsonObject asked = page.json(FactorPerson.FACTOR);
    assertThat(location(person.answers(asked, "0")))
        .endsWith("/factors/code?reason=factor-refused&next=%2Ffactors%2Fapi%2Fsafe");

    HttpResponse<String> done = person.answersRightly(asked);

    assertThat(done.statusCode()).isEqualTo(303);
    assertThat(location(done)).endsWith("/factors/api/safe");
    person.assertIsAt(2);
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  @Test
  @Tag("P1")
  @Tag("P8")
  void guesser_hasFiveTries_inHoweverManyLogins() {
    FactorPerson person = new FactorPerson(browser("factors"), "user-factor-guessed");
    for (int i = 0; i < 5; i++) {
      assertThat(person.answers(person.asked(), "0").statusCode()).isEqualTo(401);
    }

    HttpResponse<String> refused = person.answersRightly(person.asked());

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    person.assertIsNobody();
    FactorPerson other = new FactorPerson(browser("factors"), "user-factor-other");
    assertThat(other.answersRightly(other.asked()).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"login", "security"})
  @Tag("G8")
  void ownLoginOfTheApplication_isNone_untilTheFactorIsProven(String by) {
    ProbeClient client = browser("factors");
    String name = "user-factor-own-" + by;
    String came = client.post("own", Map.of("by", by, "name", name)).body();

    assertThat(came)
        .contains(by.equals("login") ? "factor-required" : "SEND_FAILURE")
        .endsWith("|null");
    FactorPerson person = new FactorPerson(client, name);
    person.assertIsNobody();
    assertThat(person.answersRightly(client.json(FactorPerson.FACTOR)).statusCode()).isEqualTo(200);
    person.assertIsAt(2);

    FactorPerson plain = new FactorPerson(browser("factors"), "user-plain-" + by);
    plain.client().post("own", Map.of("by", by, "name", plain.name()));
    plain.assertIsAt(1);
  }

  @Test
  void loginOverAnother_leavesThatUntilItIsComplete() {
    ProbeClient client = browser("factors");
    client.login("user-before");
    FactorPerson person = new FactorPerson(client, "user-factor-after");
    JsonObject asked = person.asked();
    new FactorPerson(client, "user-before").assertIsAt(1);

    assertThat(person.answers(asked, "0").statusCode()).isEqualTo(401);
    new FactorPerson(client, "user-before").assertIsAt(1);
    assertThat(person.answersRightly(asked).statusCode()).isEqualTo(200);

    person.assertIsAt(2);
  }

  /** Of a program, whose request shows an earlier login and the ticket of another. */
  @Test
  void programWithAnotherLogin_endsWhatWaits() {
    ProbeClient client = server.another("factors/");
    client.login("user-before");
    FactorPerson person = new FactorPerson(client, "user-factor-instead");
    JsonObject asked = person.asked();

    assertThat(reason(person.answers(asked, "0"))).isEqualTo("factor-refused");
    new FactorPerson(client, "user-before").assertIsAt(1);
    assertThat(person.answersRightly(asked).statusCode()).isEqualTo(200);
    person.assertIsAt(2);
  }

  @Test
  @Tag("G8")
  void factorThatFails_isUnavailable_andNobodyIsLoggedIn() {
    FactorPerson person = new FactorPerson(browser("factors"), "user-failing");

    assertThat(person.password().statusCode()).isEqualTo(503);
    person.assertIsNobody();
  }
}

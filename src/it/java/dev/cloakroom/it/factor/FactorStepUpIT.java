package dev.cloakroom.it.factor;

import static dev.cloakroom.it.factor.FactorPerson.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who is logged in proves a second factor once more. */
@OnServerWith(FactorWars.class)
class FactorStepUpIT {
  private final ProbeClient server;

  FactorStepUpIT(ServerProcess process) {
    server = ProbeClient.over(process.server());
  }

  private FactorPerson loggedIn(ProbeClient client, String name) {
    FactorPerson person = new FactorPerson(client, name);
    assertThat(person.answersRightly(person.asked()).statusCode()).isEqualTo(200);
    return person;
  }

  private static Instant provenAt(JsonObject who) {
    return Instant.parse(
        who.getJsonObject("session").getJsonObject("authenticatedAt").getString("2"));
  }

  @Test
  @Tag("S13")
  @Tag("S3")
  void browser_isGivenANewTicket_andTheProofIsNew() {
    ProbeClient client = server.another("factors/");
    FactorPerson person =
        loggedIn(client.header("Origin", client.origin()), "user-factor-once-more");
    Instant before = provenAt(client.json(FactorPerson.SESSION));
    String ticket = client.ticket();
    JsonObject asked = client.json(FactorPerson.FACTOR);
    assertThat(reason(person.answers(asked, "0"))).isEqualTo("factor-refused");
    assertThat(client.ticket()).isEqualTo(ticket);

    HttpResponse<String> raised = person.answersRightly(asked);

    assertThat(raised.statusCode()).as(raised.body()).isEqualTo(200);
    assertThat(client.ticket()).isNotEqualTo(ticket);
    person.assertIsAt(2);
    assertThat(provenAt(client.json(FactorPerson.SESSION))).isAfter(before);
    assertThat(reason(person.answersRightly(asked))).isEqualTo("factor-expired");
    ProbeClient copy = server.another("factors/").cookie(ProbeClient.TICKET, ticket);
    new FactorPerson(copy, "x").assertIsNobody();
  }

  @Test
  @Tag("S13")
  void program_isGivenNewTokens() {
    FactorPerson person = new FactorPerson(server.another("factors/"), "user-factor-tokens");
    JsonObject first = ProbeClient.parse(person.answersRightly(person.asked()).body());
    ProbeClient byToken = server.another("factors/").bearer(first.getString("accessToken"));
    FactorPerson holder = new FactorPerson(byToken, person.name());

    HttpResponse<String> raised = holder.answersRightly(byToken.json(FactorPerson.FACTOR));

    assertThat(raised.statusCode()).as(raised.body()).isEqualTo(200);
    JsonObject answer = ProbeClient.parse(raised.body());
    assertThat(answer).containsKeys("user", "session", "refreshToken");
    assertThat(answer.getString("accessToken")).isNotEqualTo(first.getString("accessToken"));
    ProbeClient renewed = server.another("factors/").bearer(answer.getString("accessToken"));
    new FactorPerson(renewed, person.name()).assertIsAt(2);
  }

  @Test
  void callerWithoutAFactor_provesNone() {
    ProbeClient client = server.another("factors/");
    client.login("user-without");
    JsonObject asked = client.json(FactorPerson.FACTOR);
    assertThat(asked.getJsonArray("methods")).isEmpty();
    FactorPerson person = new FactorPerson(client, "user-without");

    assertThat(reason(person.answers(asked, "1"))).isEqualTo("factor-refused");
    person.assertIsAt(1);
  }

  @Test
  void visitor_isToldToLogIn() {
    ProbeClient client = server.another("factors/");

    assertThat(client.get(FactorPerson.FACTOR).statusCode()).isEqualTo(401);
    assertThat(client.delete(FactorPerson.FACTOR).statusCode()).isEqualTo(405);
  }
}

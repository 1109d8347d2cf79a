package dev.cloakroom.it.onetime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The recipes as they stand in the documentation: a forgotten password, and a login by link. */
@OnServerWith(OneTimeWars.class)
class RecipesIT {
  private static final String FORGOTTEN = "api/password/forgotten";
  private static final String CHANGE = "api/password/new";
  private static final String LINK = MailedLinks.ASK;
  private static final String OPEN = MailedLinks.OPEN;
  private static final String GOOD = "correct horse battery";

  private final ProbeClient server;
  private final MailedLinks links;

  RecipesIT(ServerProcess process) {
    server = ProbeClient.over(process.server()).another("recipes/");
    links = new MailedLinks(server);
  }

  private static HttpResponse<String> ask(ProbeClient client, String path, String name) {
    return client.post(path, Map.of("name", name));
  }

  private HttpResponse<String> change(String token, String password) {
    return server.another().post(CHANGE, Map.of("token", token, "password", password));
  }

  private static int open(ProbeClient client, String token) {
    return client.post(OPEN, Map.of("token", token)).statusCode();
  }

  private static int session(ProbeClient client) {
    return client.get("auth/session").statusCode();
  }

  @Test
  @Tag("S10")
  void forgottenPassword_isChangedByTheLink_andEndsAllSessions() throws Exception {
    String name = "member-forgetful";
    ProbeClient one = server.another();
    one.login(name);
    ProbeClient other = server.another();
    other.login(name);
    ProbeClient stranger = server.another();
    stranger.login("member-else");

    assertThat(ask(server.another(), FORGOTTEN, "MEMBER-Forgetful").statusCode()).isEqualTo(202);
    String token = links.token(name);
    assertThat(session(one)).isEqualTo(200);
    assertThat(change(token, GOOD).statusCode()).isEqualTo(204);

    assertThat(session(one)).isEqualTo(401);
    assertThat(session(other)).isEqualTo(401);
    assertThat(session(stranger)).isEqualTo(200);
    assertThat(server.another().login(name, "pw-" + name).statusCode()).isEqualTo(401);
    assertThat(server.another().login(name, GOOD).statusCode()).isEqualTo(200);
    assertThat(change(token, GOOD + "!").statusCode()).isEqualTo(400);
  }

  @Test
  void passwordThatIsTooShort_isRefused_andUsesNothingUp() throws Exception {
    ask(server.another(), FORGOTTEN, "member-brief");
    String token = links.token("member-brief");

    assertThat(change(token, "short").statusCode()).isEqualTo(400);
    assertThat(change(token, "").statusCode()).isEqualTo(400);
    assertThat(change(token, GOOD).statusCode()).isEqualTo(204);
  }

  /** As programs do that look at mail before its reader does. */
  @Test
  void linkThatIsOpenedByGet_usesNothingUp() throws Exception {
    ask(server.another(), FORGOTTEN, "member-scanned");
    String token = links.token("member-scanned");

    assertThat(server.another().get(CHANGE + "?token=" + token).statusCode()).isEqualTo(405);
    assertThat(server.another().get(OPEN + "?token=" + token).statusCode()).isEqualTo(405);
    assertThat(server.another().head(CHANGE + "?token=" + token).statusCode()).isNotEqualTo(200);
    assertThat(change(token, GOOD).statusCode()).isEqualTo(204);
  }

  @Test
  void fieldsThatAreMissing_areRefused() {
    assertThat(server.another().post(CHANGE, Map.of("password", GOOD)).statusCode()).isEqualTo(400);
    assertThat(server.another().post(CHANGE, Map.of("token", "x")).statusCode()).isEqualTo(400);
    assertThat(server.another().post(OPEN, Map.of("other", "x")).statusCode()).isEqualTo(401);
    assertThat(server.another().post(LINK, Map.of("other", "x")).statusCode()).isEqualTo(202);
  }

  @Test
  @Tag("P2")
  void answer_doesNotTellWhetherThereIsSuchAMember() throws Exception {
    for (String path : new String[] {FORGOTTEN, LINK}) {
      HttpResponse<String> known = ask(server.another(), path, "member-known");
      HttpResponse<String> unknown = ask(server.another(), path, "nobody-known");

      assertThat(unknown.statusCode()).isEqualTo(known.statusCode()).isEqualTo(202);
      assertThat(unknown.body()).isEqualTo(known.body());
      assertThat(headers(unknown)).isEqualTo(headers(known));
    }
    links.token("member-known");
    assertThat(server.get("mail?name=nobody-known").body()).isEmpty();
  }

  /** But for the time, and what each browser is known by. */
  private static Map<String, String> headers(HttpResponse<String> answer) {
    Map<String, String> headers = new TreeMap<>();
    answer.headers().map().forEach((name, values) -> headers.put(name, values.toString()));
    headers.remove("date");
    headers.computeIfPresent(
        "set-cookie", (name, value) -> value.replaceAll("=[A-Za-z0-9_-]{22};", "=;"));
    return headers;
  }

  /** As often as there may be links of a name; whether that is anybody's makes no difference. */
  @ParameterizedTest
  @CsvSource({
    "api/password/forgotten, member-bombed",
    "api/password/forgotten, nobody-bombed",
    "api/link/asked, member-bombed",
    "api/link/asked, nobody-bombed"
  })
  @Tag("P1")
  @Tag("P2")
  void linksForAName_moreThanThereMayBe_areNotSent_andTheAnswerSaysHowLongToWait(
      String path, String name) throws Exception {
    assertThat(ask(server.another(), path, name).statusCode()).isEqualTo(202);
    assertThat(ask(server.another(), path, name).statusCode()).isEqualTo(202);

    HttpResponse<String> waits = ask(server.another(), path, name.toUpperCase(Locale.ROOT));

    assertThat(waits.statusCode()).isEqualTo(429);
    assertThat(Integer.parseInt(waits.headers().firstValue("Retry-After").orElse("0")))
        .isBetween(890, 901);
    assertThat(ask(server.another(), path, "member-spared").statusCode()).isEqualTo(202);
  }

  /** Strangers keep no owner from asking where they have logged in. */
  @Test
  @Tag("P1")
  void linkForAName_onADeviceThatIsKnown_isSentWhileStrangersWait() throws Exception {
    ProbeClient device = server.another().header("Origin", server.origin());
    device.login("member-owner");
    for (int i = 0; i < 3; i++) {
      ask(server.another(), FORGOTTEN, "member-owner");
    }
    assertThat(ask(server.another(), FORGOTTEN, "member-owner").statusCode()).isEqualTo(429);
    String before = links.token("member-owner");

    assertThat(ask(device, FORGOTTEN, "member-owner").statusCode()).isEqualTo(202);

    assertThat(change(links.tokenAfter("member-owner", before), GOOD).statusCode()).isEqualTo(204);
  }

  @Test
  void link_logsIn_inTheBrowserThatAsked_once() throws Exception {
    ProbeClient asking = server.another();
    ask(asking, LINK, "member-linked");
    String token = links.token("member-linked");
    ProbeClient thief = server.another();

    assertThat(open(thief, token)).isEqualTo(401);
    assertThat(thief.cookie(ProbeClient.TICKET)).isNull();
    assertThat(session(asking)).isEqualTo(401);
    assertThat(open(asking, token)).isEqualTo(204);
    JsonObject caller = asking.json("auth/session").getJsonObject("user");
    assertThat(caller.getString("name")).isEqualTo("member-linked");
    assertThat(caller.getJsonArray("groups").getString(0)).isEqualTo("user");
    assertThat(open(asking, token)).isEqualTo(401);
    assertThat(session(asking)).isEqualTo(200);
  }

  /** A link for one thing is none for another. */
  @Test
  @Tag("G8")
  void linkOfTheOtherRecipe_doesNothing() throws Exception {
    ProbeClient asking = server.another();
    ask(asking, FORGOTTEN, "member-mixed");
    String reset = links.token("member-mixed");
    ask(asking, LINK, "member-mixed");
    String link = links.tokenAfter("member-mixed", reset);

    assertThat(open(asking, reset)).isEqualTo(401);
    assertThat(change(link, GOOD).statusCode()).isEqualTo(400);
    assertThat(open(asking, link)).isEqualTo(204);
    assertThat(change(reset, GOOD).statusCode()).isEqualTo(204);
    assertThat(session(asking)).isEqualTo(401);
  }
}

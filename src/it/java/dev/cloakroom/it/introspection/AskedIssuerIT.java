package dev.cloakroom.it.introspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import dev.cloakroom.testing.Await;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An application that asks another one about its tokens. */
@OnServerWith(IntrospectionWars.class)
class AskedIssuerIT {
  private static final String GUARDED = "declared/caller";
  private static final Await CACHED = new Await(Duration.ofSeconds(20), Duration.ofMillis(200));

  private final ProbeClient server;
  private final ProbeClient asking;

  AskedIssuerIT(ServerProcess process) {
    server = ProbeClient.over(process.server());
    asking = server.another("asking/");
    IntrospectionWars.DOOR.leadTo(process.server().http());
  }

  @AfterEach
  void open() {
    IntrospectionWars.DOOR.shut(false);
    IntrospectionWars.DOOR.hold(0);
  }

  private ProbeClient telling(Kind kind) {
    return server.another(kind.path());
  }

  private HttpResponse<String> show(String token) {
    return asking.another().bearer(token).get(GUARDED);
  }

  private int status(String token) {
    return show(token).statusCode();
  }

  /** Of who comes again where the one that is asked was slow, as a client does. */
  private int settled(String token) throws InterruptedException {
    return CACHED.until(() -> status(token), is -> is != 503);
  }

  private static void assertInvalid(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(ProbeClient.parse(answer.body()).getString("reason")).isEqualTo("invalid-token");
    assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
        .contains("error=\"invalid_token\"");
  }

  private static void assertUnavailable(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(ProbeClient.parse(answer.body()).getString("reason")).isEqualTo("unavailable");
  }

  @ParameterizedTest
  @EnumSource
  @Tag("B7")
  @Tag("J21")
  void tokenThatIsActiveThere_logsInHere_andNoLongerThanItIs(Kind kind)
      throws InterruptedException {
    ProbeClient client = telling(kind);
    String token = client.login("user-" + kind).getString("accessToken");

    assertThat(settled(token)).isEqualTo(200);
    JsonObject seen = asking.another().bearer(token).json(GUARDED);
    assertThat(seen.getJsonObject("session").getString("name"))
        .isEqualTo(kind.issuer() + ":user-" + kind);
    assertThat(seen.getJsonObject("token").getString("raw")).isEqualTo(token);
    assertThat(asking.another().bearer(token).get("api/caller/user").statusCode()).isEqualTo(200);
    assertThat(asking.another().bearer(token).get("api/caller/staff").statusCode()).isEqualTo(403);

    assertThat(client.post(ProbeClient.LOGOUT).statusCode()).isEqualTo(200);

    assertThat(CACHED.until(() -> status(token), is -> is == 401)).isEqualTo(401);
    assertInvalid(show(token));
  }

  @ParameterizedTest
  @EnumSource
  @Tag("J10")
  void refreshToken_isNoAccessToken(Kind kind) throws InterruptedException {
    JsonObject granted = telling(kind).login("user-refreshing-" + kind);

    assertThat(settled(granted.getString("refreshToken"))).isEqualTo(401);
    assertInvalid(show(granted.getString("refreshToken")));
    assertThat(settled(granted.getString("accessToken"))).isEqualTo(200);
  }

  @Test
  void textThatIsNoToken_isRefused() throws InterruptedException {
    assertThat(settled("made-up")).isEqualTo(401);
    assertThat(settled("made.up.token")).isEqualTo(401);
    assertInvalid(show("made-up"));
    assertInvalid(show("made.up.token"));
  }

  @Test
  void tokenInUse_isAskedAboutOnceInAWhile() throws InterruptedException {
    String token = telling(Kind.OPAQUE).login("user-often").getString("accessToken");
    assertThat(settled(token)).isEqualTo(200);
    int before = IntrospectionWars.DOOR.passed();
    for (int i = 0; i < 20; i++) {
      assertThat(settled(token)).isEqualTo(200);
    }

    assertThat(IntrospectionWars.DOOR.passed() - before).isLessThan(20);
  }

  /** What ends callers here ends those of other issuers, too, whatever these say. */
  @Test
  @Tag("S10")
  void callerWhoIsShutOutHere_isOut_thoughTheIssuerVouchesForThem() throws InterruptedException {
    String token = telling(Kind.OPAQUE).login("user-out").getString("accessToken");
    assertThat(settled(token)).isEqualTo(200);

    asking.another().post("api/sessions/end-all", Map.of("caller", "opaque:user-out"));

    assertThat(ProbeClient.parse(show(token).body()).getString("reason"))
        .isEqualTo("session-ended");
  }

  /** Its own tokens are nobody else's business. */
  @Test
  void ownToken_isNotAskedAbout() {
    String token = asking.another().login("user-own").getString("accessToken");
    int before = IntrospectionWars.DOOR.passed();

    assertThat(status(token)).isEqualTo(200);
    assertThat(IntrospectionWars.DOOR.passed()).isEqualTo(before);
  }

  @Test
  @Tag("G7")
  void issuerThatFails_is503_andNeverInvalid() throws InterruptedException {
    String known = telling(Kind.OPAQUE).login("user-known").getString("accessToken");
    String fresh = telling(Kind.JWT).login("user-fresh").getString("accessToken");
    assertThat(settled(known)).isEqualTo(200);
    IntrospectionWars.DOOR.shut(true);

    assertUnavailable(show(fresh));
    assertThat(CACHED.until(() -> status(known), is -> is == 503)).isEqualTo(503);
    assertThat(asking.another().bearer(fresh).get("api/caller").statusCode()).isEqualTo(200);

    IntrospectionWars.DOOR.shut(false);
    assertThat(settled(known)).isEqualTo(200);
    assertThat(settled(fresh)).isEqualTo(200);
  }

  @Test
  @Tag("G7")
  void issuerThatHangs_is503InTime() throws InterruptedException {
    String token = telling(Kind.OPAQUE).login("user-hanging").getString("accessToken");
    IntrospectionWars.DOOR.hold(20_000);
    long begun = System.nanoTime();

    assertUnavailable(show(token));
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));

    IntrospectionWars.DOOR.hold(0);
    assertThat(settled(token)).isEqualTo(200);
  }
}

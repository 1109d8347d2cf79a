package dev.cloakroom.it.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Access tokens of each kind do the same, and none does it longer than the other. */
@OnServerWith(SettingsWars.class)
class BearerKindsIT {
  private static final String GUARDED = "declared/caller";

  private final ProbeClient client;

  BearerKindsIT(ServerProcess process) {
    client = ProbeClient.over(process.server());
  }

  /** What an access token may be. */
  enum Kind {
    /** A session's id, when it ends, and a MAC: nothing of the caller, and no JSON. */
    OPAQUE("signed/", "[\\w-]{22}\\.[0-9]{10}\\.[\\w-]{43}"),
    /** A JWT begins with a JSON object in base64url. */
    JWT("jwt-cookie/", "eyJ[\\w-]+\\.eyJ[\\w-]+\\.[\\w-]{86}");

    private final String application;
    private final String form;

    Kind(String application, String form) {
      this.application = application;
      this.form = form;
    }
  }

  private ProbeClient client(Kind kind) {
    return client.another(kind.application);
  }

  private static String accessToken(JsonObject answer) {
    return answer.getString("accessToken");
  }

  private static HttpResponse<String> refresh(ProbeClient at, String refreshToken) {
    return at.another().bearer(refreshToken).post(ProbeClient.REFRESH);
  }

  private static JsonObject refreshed(ProbeClient at, JsonObject login) {
    HttpResponse<String> answer = refresh(at, login.getString("refreshToken"));
    assertThat(answer.statusCode()).isEqualTo(200);
    return ProbeClient.parse(answer.body());
  }

  private static void assertServed(ProbeClient at, String token) {
    assertThat(at.another().bearer(token).get(GUARDED).statusCode()).isEqualTo(200);
  }

  private static void assertRefused(HttpResponse<String> answer, String reason) {
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(ProbeClient.parse(answer.body()).getString("reason")).isEqualTo(reason);
    assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
        .contains("error=\"invalid_token\"");
  }

  private static void assertRefused(ProbeClient at, String token, String reason) {
    assertRefused(at.another().bearer(token).get(GUARDED), reason);
  }

  @ParameterizedTest
  @EnumSource
  @Tag("B1")
  void token_hasTheFormOfItsKind_andIsServed(Kind kind) {
    ProbeClient at = client(kind);
    String token = accessToken(at.login("user-bearing"));

    assertThat(token).matches(kind.form);
    assertThat(at.another().bearer(token).json(GUARDED).getJsonObject("request").getString("name"))
        .isEqualTo("user-bearing");
  }

  @ParameterizedTest
  @EnumSource
  @Tag("J1")
  @Tag("B4")
  void tokenThatWasAlteredOrCut_isRefused(Kind kind) {
    ProbeClient at = client(kind);
    Credential genuine = new Credential(accessToken(at.login("user-forging")));
    Stream<String> altered = IntStream.range(0, 3).mapToObj(genuine::changedIn);

    List<String> forgeries =
        Stream.concat(altered, Stream.of(genuine.cut(), genuine.cutAfter(2))).toList();

    assertThat(forgeries).allSatisfy(forged -> assertRefused(at, forged, "invalid-token"));
    assertServed(at, genuine.text());
  }

  @ParameterizedTest
  @EnumSource
  @Tag("J10")
  void tokenAsCookie_andCookieAsToken_areRefused(Kind kind) {
    ProbeClient at = client(kind);
    String token = accessToken(at.login("user-swapping"));

    assertRefused(at, at.ticket(), "invalid-token");
    assertThat(at.another().cookie(ProbeClient.TICKET, token).get(GUARDED).statusCode())
        .isEqualTo(401);
    assertServed(at, token);
    assertThat(at.get(GUARDED).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource
  @Tag("S7")
  @Tag("J21")
  void logout_endsTheToken_andNoOtherOfTheCaller(Kind kind) {
    ProbeClient at = client(kind);
    String stays = accessToken(at.another().login("user-bearing-out"));
    String leaves = accessToken(at.login("user-bearing-out"));
    assertServed(at, leaves);

    assertThat(at.another().bearer(leaves).post(ProbeClient.LOGOUT).statusCode()).isEqualTo(200);

    assertRefused(at, leaves, "session-ended");
    assertServed(at, stays);
  }

  @ParameterizedTest
  @EnumSource
  @Tag("S10")
  @Tag("J21")
  void signOutByAnAdministrator_endsTheToken_andNobodyElses(Kind kind) {
    ProbeClient at = client(kind);
    String dismissed = accessToken(at.login("user-bearing-dismissed"));
    String other = accessToken(at.another().login("user-bearing-kept"));
    assertServed(at, dismissed);

    at.another().post("api/sessions/end-all", Map.of("caller", "user-bearing-dismissed"));

    assertRefused(at, dismissed, "session-ended");
    assertServed(at, other);
  }

  /** Two opaque tokens that end in the same second are the same, so a new one may look it. */
  @ParameterizedTest
  @EnumSource
  @Tag("R1")
  void refresh_givesATokenOfTheSameKindThatWorks(Kind kind) {
    ProbeClient at = client(kind);
    JsonObject login = at.login("user-refreshing");

    JsonObject next = refreshed(at, login);

    assertThat(accessToken(next)).matches(kind.form);
    assertServed(at, accessToken(next));
    assertServed(at, accessToken(login));
  }

  @ParameterizedTest
  @EnumSource
  @Tag("R1")
  void refreshTokenUsedAgain_endsTheAccessTokensOfItsLogin(Kind kind) {
    ProbeClient at = client(kind);
    String other = accessToken(at.another().login("user-reusing"));
    JsonObject login = at.login("user-reusing");
    JsonObject third = refreshed(at, refreshed(at, login));
    assertServed(at, accessToken(third));

    assertRefused(refresh(at, login.getString("refreshToken")), "refresh-token-reused");

    assertRefused(at, accessToken(login), "session-ended");
    assertRefused(at, accessToken(third), "session-ended");
    assertServed(at, other);
  }
}

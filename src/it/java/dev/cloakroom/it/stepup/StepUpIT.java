package dev.cloakroom.it.stepup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each place where a level can be asked for holds: for a cookie and a token, before and after. */
@OnServerWith(StepUpWars.class)
class StepUpIT {
  private static final String CALLER = "user-stepping";
  private static final String ELEVATE = "api/elevation/2";

  private final ProbeClient vault;

  StepUpIT(ServerProcess process) {
    vault = ProbeClient.over(process.server()).another("vault/");
  }

  private static void assertAsksForMore(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
    assertThat(answer.headers().allValues("WWW-Authenticate")).hasSize(1);
    assertThat(answer.headers().allValues("WWW-Authenticate").get(0))
        .startsWith("Bearer realm=\"cloakroom\", error=\"insufficient_user_authentication\"")
        .contains("acr_values=\"2\"");
    JsonObject problem = ProbeClient.parse(answer.body());
    assertThat(problem.getString("reason")).isEqualTo("step-up-required");
  }

  private static void assertAnonymous(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
    assertThat(answer.headers().allValues("WWW-Authenticate"))
        .containsExactly("Bearer realm=\"cloakroom\"");
  }

  private static void assertOpen(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("vault");
  }

  private static JsonObject elevate(ProbeClient byBearer) {
    HttpResponse<String> answer = byBearer.post(ELEVATE);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return ProbeClient.parse(answer.body());
  }

  static Stream<String> places() {
    return Stream.of(
        "vault/api/vault",
        "vault/api/vault/inherited",
        "vault/api/vault/located/below",
        "vault/api/vault/fresh-level",
        "vault/api/calls/bean",
        "vault/api/calls/enterprise-bean",
        "vault/api/calls/enterprise-bean-fresh-level",
        "vault/api/calls/library-bean",
        "vault/vault",
        "vault/vault/",
        "vault/vault/below;a=b",
        "vault/%76ault",
        "vault/any.vault",
        "vault/heir",
        "vault/leading/forward",
        "vault/leading/include",
        "vault/leading/named-forward",
        "vault/leading/named-include",
        "vault/leading/async",
        "vault/calling/bean",
        "vault/calling/enterprise-bean",
        "vault-opaque/api/vault",
        "vault-opaque/vault",
        "vault-letter/api/vault",
        "vault-letter/api/vault/inherited",
        "vault-letter/vault",
        "vault-letter/heir",
        "vault-letter/api/calls/bean",
        "vault-letter/api/calls/enterprise-bean",
        "vault-letter/api/calls/library-bean");
  }

  @ParameterizedTest
  @MethodSource("places")
  @Tag("S3")
  void place_isForWhomHasProvenItsLevel(String address) {
    String path = address.substring(address.indexOf('/') + 1);
    ProbeClient cookie = vault.another("../" + address.substring(0, address.indexOf('/')) + "/");
    assertAnonymous(cookie.get(path));
    ProbeClient before = cookie.another().bearer(cookie.login(CALLER).getString("accessToken"));
    ProbeClient former = cookie.copy();
    assertAsksForMore(cookie.get(path));
    assertAsksForMore(before.get(path));

    assertThat(cookie.post(ELEVATE).body()).isEqualTo("by cookie");

    assertOpen(cookie.get(path));
    assertAsksForMore(before.get(path));
    assertThat(former.get(path).statusCode()).isEqualTo(401);
    assertThat(former.get("auth/session").statusCode()).isEqualTo(401);
    assertThat(cookie.get("auth/session").statusCode()).isEqualTo(200);

    JsonObject tokens = elevate(before);
    assertOpen(before.another().bearer(tokens.getString("accessToken")).get(path));
    assertAsksForMore(before.get(path));
  }

  @Test
  void unsafeMethods_areHeldAsWell() {
    ProbeClient user = vault.another();
    user.login(CALLER);

    assertAsksForMore(user.post("api/vault"));
    assertAsksForMore(user.post("vault"));
    assertThat(user.head("vault").statusCode()).isEqualTo(401);

    user.post(ELEVATE);
    assertOpen(user.post("vault"));
    assertOpen(user.post("api/vault"));
  }

  /** What would not help is not asked for. */
  @ParameterizedTest
  @ValueSource(strings = {"api/vault/admins", "api/calls/enterprise-bean-admins", "roled"})
  @Tag("B4")
  void roleThatIsMissing_comesBeforeTheProof(String path) {
    ProbeClient user = vault.another();
    user.login(CALLER);
    ProbeClient admin = vault.another();
    admin.login("admin-stepping");

    assertThat(user.get(path).statusCode()).isEqualTo(403);
    assertAsksForMore(admin.get(path));
    user.post(ELEVATE);
    admin.post(ELEVATE);

    assertThat(user.get(path).statusCode()).isEqualTo(403);
    assertOpen(admin.get(path));
  }

  @Test
  @Tag("R1")
  void elevatedTokens_stayElevatedWhenTheyAreRefreshed_andTheFormerOnesAreDead() {
    JsonObject login = vault.another().login(CALLER);
    ProbeClient bearer = vault.another().bearer(login.getString("accessToken"));

    JsonObject tokens = elevate(bearer);

    ProbeClient former = vault.another().bearer(login.getString("refreshToken"));
    assertThat(former.post(ProbeClient.REFRESH).statusCode()).isEqualTo(401);
    ProbeClient latter = vault.another().bearer(tokens.getString("refreshToken"));
    HttpResponse<String> refreshed = latter.post(ProbeClient.REFRESH);
    assertThat(refreshed.statusCode()).isEqualTo(200);
    String token = ProbeClient.parse(refreshed.body()).getString("accessToken");
    assertOpen(vault.another().bearer(token).get("api/vault"));
    assertThat(vault.another().bearer(token).get("api/elevation").body()).isEqualTo("2 otp,pwd");
    assertThat(bearer.get("api/elevation").body()).isEqualTo("1 pwd");
  }

  @ParameterizedTest
  @CsvSource({"vault", "vault-opaque", "vault-letter"})
  void session_tellsLevelMethodsAndMoments(String application) {
    ProbeClient user = vault.another("../" + application + "/");
    user.login(CALLER);
    assertThat(user.json("auth/session").getJsonObject("session").getInt("level")).isEqualTo(1);

    user.post(ELEVATE);

    JsonObject session = user.json("auth/session").getJsonObject("session");
    assertThat(session.getInt("level")).isEqualTo(2);
    assertThat(session.getJsonArray("amr").toString()).isEqualTo("[\"otp\",\"pwd\"]");
    assertThat(session.getJsonObject("authenticatedAt").keySet()).containsExactly("1", "2");
  }

  @Test
  @Tag("S3")
  void nobody_isElevated() {
    assertAnonymous(vault.another().post(ELEVATE));
  }

  @ParameterizedTest
  @CsvSource({
    "vault,     /vault/confirm?reason=step-up-required&acr_values=2&next=%2Fvault%2Fvault",
    "heir?a=b,  /vault/confirm?reason=step-up-required&acr_values=2&next=%2Fvault%2Fheir%3Fa%3Db",
    "leading/forward, /vault/confirm?reason=step-up-required&acr_values=2&next=%2Fvault%2Fleading%2Fforward",
    "leading/async, /vault/confirm?reason=step-up-required&acr_values=2&next=%2Fvault%2Fleading%2Fasync",
    "api/vault, /vault/confirm?reason=step-up-required&acr_values=2&next=%2Fvault%2Fapi%2Fvault",
    "calling/bean, /vault/confirm?reason=step-up-required&acr_values=2&next=%2Fvault%2Fcalling%2Fbean"
  })
  void visitor_isLedToThePageForMore_andBack(String path, String there) {
    ProbeClient visitor = vault.another().header("Accept", "text/html,*/*;q=0.8");
    assertThat(visitor.get(path).headers().firstValue("Location").orElse(""))
        .startsWith("/vault/in?next=");
    visitor.login(CALLER, "pw-" + CALLER);

    HttpResponse<String> led = visitor.get(path);

    assertThat(led.statusCode()).isEqualTo(303);
    assertThat(led.headers().firstValue("Location")).contains(there);
    assertThat(visitor.get("confirm").statusCode()).isEqualTo(200);
    visitor.post(ELEVATE);
    assertThat(visitor.get(path).body()).isEqualTo("vault");
  }
}

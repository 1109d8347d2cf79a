package dev.cloakroom.it.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.OnServer;
import dev.cloakroom.it.RunningServer;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code @LoginScoped} beans in a server: from the login to the logout, and no longer. */
@OnServer(ProbeDeployment.class)
class LoginScopedIT {
  private static final String BASKET = "api/basket";
  private static final String PAGE = "basket";

  private final ProbeClient client;

  LoginScopedIT(RunningServer server) {
    client = ProbeClient.over(server);
  }

  private static HttpResponse<String> put(ProbeClient client, String path, String what) {
    return client.post(path, Map.of("what", what));
  }

  private static String basket(ProbeClient client) {
    HttpResponse<String> answer = client.get(BASKET);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private String ends() {
    ProbeClient witness = client.another();
    witness.login("user-witness");
    return witness.get(BASKET + "/ends").body();
  }

  @Test
  void bean_keepsWhatItHolds_forResourcesAndServletsAlike() {
    client.login("user-basket");
    String name = client.get(BASKET + "/name").body();
    assertThat(put(client, BASKET, "pear").body()).isEqualTo("pear");
    assertThat(put(client, PAGE, "fig").body()).isEqualTo("pear,fig");

    assertThat(client.get(PAGE).body()).isEqualTo("pear,fig");
    assertThat(basket(client)).isEqualTo("pear,fig");
    assertThat(client.get(BASKET + "/name").body()).isEqualTo(name);
  }

  @Test
  void bean_isTheSame_byCookieAndByToken() {
    String token = client.login("user-basket").getString("accessToken");
    put(client, BASKET, "pear");

    assertThat(basket(client.another().bearer(token))).isEqualTo("pear");
  }

  @Test
  @Tag("S4")
  void bean_ofAnotherLogin_isAnother() {
    client.login("user-basket");
    put(client, BASKET, "pear");
    ProbeClient other = client.another();
    other.login("user-basket");

    assertThat(basket(other)).isEmpty();
    assertThat(basket(client)).isEqualTo("pear");
  }

  @Test
  @Tag("S7")
  void logout_destroysTheBean_onceAndForAll() {
    client.login("user-basket");
    put(client, BASKET, "quince");
    String name = client.get(BASKET + "/name").body();
    client.post(ProbeClient.LOGOUT);

    assertThat(ends().lines()).containsOnlyOnce(name + " with quince");
    client.login("user-basket");
    assertThat(basket(client)).isEmpty();
  }

  @Test
  @Tag("S10")
  void endByAnAdministrator_destroysTheBean() {
    String id = client.login("user-basket").getJsonObject("session").getString("id");
    put(client, BASKET, "medlar");
    String name = client.get(BASKET + "/name").body();
    ProbeClient admin = client.another();
    admin.login("admin-basket");
    admin.post("api/sessions/end", Map.of("id", id));

    assertThat(ends().lines()).containsOnlyOnce(name + " with medlar");
    assertThat(client.get(BASKET).statusCode()).isEqualTo(401);
  }

  @Test
  @Tag("S15")
  void changedByTwoRequestsAtOnce_theFirstIsKept_theOtherIs409() {
    client.login("user-basket");
    put(client, BASKET, "pear");
    ProbeClient parallel = client.copy();
    CompletableFuture<HttpResponse<String>> slow =
        CompletableFuture.supplyAsync(() -> put(parallel, BASKET + "/slowly", "late"));

    assertThat(put(client, BASKET + "/meanwhile", "first").statusCode()).isEqualTo(200);
    client.post(BASKET + "/wake");

    HttpResponse<String> late = slow.join();
    assertThat(late.statusCode()).as(late.body()).isEqualTo(409);
    assertThat(ProbeClient.parse(late.body()).getString("reason")).isEqualTo("conflicting-change");
    assertThat(late.headers().allValues("Content-Type"))
        .singleElement()
        .asString()
        .startsWith("application/problem+json");
    assertThat(basket(client)).isEqualTo("pear,first");
  }

  @ParameterizedTest
  @ValueSource(strings = {BASKET, PAGE})
  void moreThanIsAllowed_is507_andNothingIsLost(String path) {
    client.login("user-basket");
    put(client, BASKET, "pear");

    HttpResponse<String> answer = put(client, path, "x".repeat(20_000));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(507);
    assertThat(ProbeClient.parse(answer.body()).getString("reason")).isEqualTo("state-too-large");
    assertThat(basket(client)).isEqualTo("pear");
  }

  @Test
  void pageThatFails_changesNothing() {
    client.login("user-basket");
    put(client, PAGE, "pear");

    HttpResponse<String> failed = client.post(PAGE, Map.of("what", "fig", "fail", "yes"));

    assertThat(failed.statusCode()).isEqualTo(500);
    assertThat(basket(client)).isEqualTo("pear");
  }

  @Test
  @Tag("B4")
  void rulesOnItsMethods_hold() {
    client.login("user-basket");
    put(client, BASKET, "pear");
    assertThat(client.delete(BASKET).statusCode()).isEqualTo(403);
    assertThat(basket(client)).isEqualTo("pear");

    ProbeClient admin = client.another();
    admin.login("admin-basket");
    put(admin, BASKET, "pear");
    assertThat(admin.delete(BASKET).statusCode()).isEqualTo(200);
    assertThat(basket(admin)).isEmpty();
  }
}

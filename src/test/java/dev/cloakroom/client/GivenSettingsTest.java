package dev.cloakroom.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.client.PlayedServer.Reply;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a program sets of a client: taken, or refused at once. */
class GivenSettingsTest {
  private final PlayedServer server = new PlayedLogin().server;
  private final LoginClientBuilder shop = LoginClient.at(server.address());

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void tokens_thatCannotBeShown_areRefusedWithoutTheirText() {
    assertThatThrownBy(() -> new Tokens("coat\nX: y", null, null)).hasMessageNotContaining("coat");
    assertThatThrownBy(() -> Tokens.refreshable(" ")).hasMessageContaining("blank");
    assertThat(Tokens.refreshable("coat").toString()).doesNotContain("coat");
  }

  @Test
  void login_withoutANameOrAPassword_isRefusedBeforeItIsSent() {
    LoginClient client = shop.build();

    assertThatThrownBy(() -> client.login(" ", "123")).hasMessageContaining("a name");
    assertThatThrownBy(() -> client.login("alice", "")).hasMessageContaining("a password");
    assertThat(server.asked()).isEmpty();
    assertThat(client.login("alice", "123").isLoggedIn()).isTrue();
  }

  @Test
  void addresses_thatAreNone_areRefusedWithoutTheirText() {
    LoginClient client = shop.build();

    assertThatThrownBy(() -> client.get("/me?token=coat x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("coat");
    assertThatThrownBy(() -> LoginClient.of("http://coat x")).hasMessageNotContaining("coat");
    assertThat(ClientRequest.get("http://a:coat@c/p;sid=coat/q;r?s=coat#coat").toString())
        .isEqualTo("GET http://***@c/p;***/q;***?s=***");
    assertThat(ClientRequest.get("/p/q?s;t=u@v//w@x").toString()).isEqualTo("GET /p/q?s;t=***");
  }

  /** Twin of the tests against this machine: a password goes over no network in the clear. */
  @Test
  void plainHttp_isForThisMachine_unlessItIsWanted() {
    String address = "http://shop.example.com";

    assertThatThrownBy(() -> LoginClient.of(address))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("allowPlainHttp()");
    assertThat(LoginClient.at(address).allowPlainHttp().build().loginState().isLoggedIn())
        .isFalse();
    assertThat(LoginClient.of("https://shop.example.com").cookies().list()).isEmpty();
    assertThat(LoginClient.of("http://localhost:1").cookies().list()).isEmpty();
  }

  @Test
  void headers_neverShowACredential() {
    LoginClient client =
        shop.header("Authorization", "Basic coat")
            .header("proxy-authorization", "coat")
            .header("X-Shop", "1")
            .build();

    assertThat(client.headers()).containsOnlyKeys("X-Shop");
  }

  @Test
  void endpoints_mayBeElsewhereBelowTheAddress() {
    server.on("POST /auth/login", asked -> Reply.problem(401, "invalid-credentials"));
    LoginClient client = shop.endpointsAt("/auth").build();

    assertThatThrownBy(() -> client.login("alice", "123")).isInstanceOf(RefusedException.class);
    assertThat(server.lines()).containsExactly("POST /auth/login");
  }

  @Test
  void ownHttpClient_isTaken_unlessItDoesWhatOursDoes() {
    HttpClient.Builder own = HttpClient.newBuilder();

    assertThat(shop.httpClient(own.build()).build().login("alice", "123").isLoggedIn()).isTrue();
    HttpClient.Builder following =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL);
    assertThatThrownBy(() -> shop.httpClient(following.build())).hasMessageContaining("NEVER");
    HttpClient.Builder keeping = HttpClient.newBuilder().cookieHandler(new CookieManager());
    assertThatThrownBy(() -> shop.httpClient(keeping.build())).hasMessageContaining("cookie");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shop.example.com",
        "ftp://shop.example.com",
        "https:///x",
        "https://a:b@c/",
        "https://c/?q"
      })
  void baseAddress_thatIsNone_isRefused(String address) {
    assertThatThrownBy(() -> LoginClient.of(address))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("a:b");
  }

  @Test
  void headersAndCookies_thatCannotBeSent_areRefusedWithoutTheirValues() {
    ClientRequest request = ClientRequest.get("/me");

    assertThatThrownBy(() -> request.header("Cookie", "coat")).hasMessageContaining("cookie(");
    assertThatThrownBy(() -> shop.header("cookie", "coat")).hasMessageContaining("cookie(");
    for (String value : List.of("coat;x=y", "coat\r\nX: y", "coat\u00e9")) {
      assertThatThrownBy(() -> request.cookie("a", value)).hasMessageNotContaining("coat");
      assertThatThrownBy(() -> shop.cookie("a", value)).hasMessageNotContaining("coat");
    }
    assertThatThrownBy(() -> request.header("X-A", "coat\u20ac")).hasMessageNotContaining("coat");
    assertThat(request.cookies(Map.of("a", "coat x")).toString()).isEqualTo("GET /me");
  }
}

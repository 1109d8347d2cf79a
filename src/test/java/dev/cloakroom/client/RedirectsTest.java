package dev.cloakroom.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.client.PlayedServer.Asked;
import dev.cloakroom.client.PlayedServer.Reply;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Redirects: followed as browsers do, and never with what belongs to another origin. */
class RedirectsTest {
  private final PlayedLogin played = new PlayedLogin();
  private final PlayedServer home = played.server;
  private final PlayedServer other = new PlayedLogin().server;
  private final LoginClientBuilder shop = LoginClient.at(home.address()).cookie("mine", "1");

  @AfterEach
  void stop() {
    home.close();
    other.close();
  }

  @ParameterizedTest
  @CsvSource({
    "301, POST, GET", "302, POST, GET", "303, POST, GET", "307, POST, POST", "308, POST, POST",
    "301, PUT, PUT", "302, DELETE, DELETE", "303, PUT, GET", "302, GET, GET", "307, GET, GET"
  })
  void method_changesAsBrowsersDo(int status, String method, String followed) {
    home.on(method + " /from", asked -> Reply.redirect(status, "/to?x=1"));
    Body body = method.startsWith("P") ? Body.text("coat") : null;

    shop.build().send(ClientRequest.of(method, "/from").body(body));

    assertThat(home.lines()).containsExactly(method + " /from", followed + " /to?x=1");
    assertThat(home.last().body()).isEqualTo(followed.startsWith("P") ? "coat" : "");
    assertThat(home.last().headers().containsKey("Content-Type"))
        .isEqualTo(followed.startsWith("P"));
  }

  @Test
  void cookies_areKeptAtEachHop() {
    home.on("GET /1", asked -> Reply.redirect(302, "/2").with("Set-Cookie", "a=1"));
    home.on("GET /2", asked -> Reply.redirect(302, "/3").with("Set-Cookie", "b=2"));
    LoginClient client = shop.build();

    ClientResponse answer = client.get("/1");

    assertThat(home.last().header("Cookie")).isEqualTo("mine=1; a=1; b=2");
    assertThat(answer.cookies()).containsOnlyKeys("a", "b");
    assertThat(answer.requests()).hasSize(3);
    assertThat(client.cookies().toMap()).containsOnlyKeys("mine", "a", "b");
  }

  @Test
  @Tag("X14")
  void credentials_goToNoOtherOrigin() {
    home.on("GET /away", asked -> Reply.redirect(302, other.at("localhost") + "/cookies"));
    LoginClient client =
        shop.header("Authorization", "Basic own")
            .header("X-Api-Key", "1")
            .header("User-Agent", "app")
            .build();
    client.login("alice", "123");

    client.send(
        ClientRequest.get("/away")
            .cookie("a", "1")
            .header("Proxy-Authorization", "p")
            .header("X-Other", "2")
            .header("Accept", "text/css"));

    Asked led = other.last();
    assertThat(led.headers())
        .doesNotContainKeys(
            "Cookie", "Authorization", "Proxy-authorization", "X-api-key", "X-other");
    assertThat(led.header("User-Agent")).isEqualTo("app");
    assertThat(led.header("Accept")).isEqualTo("text/css");
    assertThat(home.last().header("X-Api-Key")).isEqualTo("1");
    assertThat(home.last().header("X-Other")).isEqualTo("2");
    assertThat(home.last().header("Cookie")).contains("a=1", "mine=1", "sid=");
    assertThat(home.last().header("Authorization")).isEqualTo("Basic own");
  }

  /** Ports are other origins, whatever cookies know of them. */
  @Test
  void bearer_goesToNoOtherPort_norToAnAddressThatIsAskedForAsAWhole() {
    home.on("GET /away", asked -> Reply.redirect(302, other.address() + "/me"));
    LoginClient client = shop.show(Credentials.BEARER).build();
    client.login("alice", "123");

    assertThat(client.get("/away").status()).isEqualTo(401);
    assertThat(client.get(other.address() + "/me").status()).isEqualTo(401);
    assertThat(client.get(home.address() + "/me").status()).isEqualTo(200);
    assertThat(other.asked()).hasSize(2).allMatch(asked -> asked.header("Authorization").isEmpty());
    assertThat(played.refreshes).hasValue(0);
  }

  @Test
  void requestThatHasLeft_bringsNothingOfItsOwnBack() {
    home.on("GET /away", asked -> Reply.redirect(302, other.address() + "/back"));
    other.on("GET /back", asked -> Reply.redirect(302, home.address() + "/me"));

    shop.build().send(ClientRequest.get("/away").header("Authorization", "Basic own"));

    assertThat(home.last().line()).isEqualTo("GET /me");
    assertThat(home.last().headers()).doesNotContainKey("Authorization");
  }

  /** What another origin asks for at home is not asked for by whoever has logged in. */
  @Test
  void requestThatAnotherOriginSendsBack_hasNoTokens() {
    home.on("GET /away", asked -> Reply.redirect(302, other.address() + "/back"));
    home.on("GET /round", asked -> Reply.redirect(302, home.address() + "/me"));
    other.on("GET /back", asked -> Reply.redirect(302, home.address() + "/me"));
    LoginClient client = shop.show(Credentials.BEARER).header("X-Api-Key", "1").build();
    client.login("alice", "123");

    assertThat(client.get(other.address() + "/back").status()).isEqualTo(401);
    assertThat(client.get("/away").status()).isEqualTo(401);
    assertThat(home.last().line()).isEqualTo("GET /me");
    assertThat(home.last().headers()).doesNotContainKeys("Authorization", "X-api-key");
    assertThat(client.get("/round").status()).isEqualTo(200);
    assertThat(home.last().header("X-Api-Key")).isEqualTo("1");
  }

  @Test
  void change_thatAnotherOriginLeadsHome_isShown() {
    other.on("POST /back", asked -> Reply.redirect(307, home.address() + "/orders"));
    LoginClient client = shop.build();
    client.login("alice", "123");

    assertThat(client.post(other.address() + "/back").status()).isEqualTo(307);
    assertThat(home.lines()).containsExactly("POST /login");
    assertThat(client.post("/orders").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(ints = {307, 308})
  void change_isLedToNoOtherOrigin_norTwiceAsAStream(int status) {
    home.on("POST /away", asked -> Reply.redirect(status, other.address() + "/me"));
    home.on("POST /from", asked -> Reply.redirect(status, "/me"));
    home.on("DELETE /away", asked -> Reply.redirect(302, other.address() + "/me"));
    LoginClient client = shop.build();
    Body stream = Body.once("text/plain", new ByteArrayInputStream("coat".getBytes(UTF_8)));

    assertThat(client.post("/away", Body.text("coat")).status()).isEqualTo(status);
    assertThat(client.post("/away").status()).isEqualTo(status);
    assertThat(client.delete("/away").status()).isEqualTo(302);
    assertThat(client.post("/from", stream).status()).isEqualTo(status);
    assertThat(other.asked()).isEmpty();
    assertThat(client.post("/from", Body.text("coat")).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 303, 307})
  void login_isLedNowhereElse(int status) {
    home.once("POST /login", Reply.redirect(status, other.address() + "/login"));
    LoginClient client = shop.build();

    assertThatThrownBy(() -> client.login("alice", "123"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("Status " + status);

    assertThat(other.asked()).isEmpty();
    assertThat(client.login("alice", "123").isLoggedIn()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "ftp://x/", "http:", "::", "http://a:b@127.0.0.1/"})
  void redirect_toWhatIsNoWebAddress_isShown(String location) {
    home.on("GET /odd", asked -> Reply.redirect(302, location));

    assertThat(shop.build().get("/odd").status()).isEqualTo(302);
  }

  @Test
  void circle_endsAfterTwenty() {
    home.on("GET /round", asked -> Reply.redirect(302, "/round"));

    assertThatThrownBy(() -> shop.build().get("/round")).hasMessageContaining("20 redirects");
    assertThat(home.asked()).hasSize(21);
  }

  /** As RFC 3986 §5.2.2 has it: the path stays. */
  @Test
  void redirect_toAQueryAlone_staysAtItsPath() {
    home.on(
        "GET /list/all",
        asked ->
            asked.uri().getQuery() == null
                ? Reply.redirect(302, "?page=2")
                : Reply.of(200, asked.line()));

    assertThat(shop.build().get("/list/all").text()).isEqualTo("GET /list/all?page=2");
  }

  @Test
  void redirects_thatAreNotWanted_areShown() {
    home.on("GET /from", asked -> Reply.redirect(302, "/to"));

    ClientResponse answer = shop.withoutRedirects().build().get("/from");

    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("Location")).contains("/to");
    assertThat(home.lines()).isEqualTo(List.of("GET /from"));
  }
}

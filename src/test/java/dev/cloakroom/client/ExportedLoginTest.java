package dev.cloakroom.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.cloakroom.client.Cookie.Reach;
import dev.cloakroom.client.Cookie.Scope;
import dev.cloakroom.client.PlayedServer.Reply;
import dev.cloakroom.testing.ManualClock;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A login that one client has, and others go on with. */
@Tag("X1")
class ExportedLoginTest {
  private static final String PASSPHRASE = "a passphrase of the suite";

  private final PlayedLogin shop = new PlayedLogin();
  private final ManualClock clock = ManualClock.atNoon();

  @AfterEach
  void stop() {
    shop.server.close();
  }

  private LoginClient client(Credentials shown) {
    return shop.shop(shown, clock, wait -> {}).build();
  }

  private LoginClient loggedIn(Credentials shown) {
    LoginClient client = client(shown);
    client.login("alice", "123");
    return client;
  }

  @Test
  void login_goesOnInAnotherClient() {
    for (Credentials shown : Credentials.values()) {
      LoginClient first = loggedIn(shown);
      LoginClient next = client(shown);

      LoginState state = next.importLogin(first.exportLogin(PASSPHRASE), PASSPHRASE);

      assertThat(state.callerName()).contains("alice");
      assertThat(state.caller()).isEqualTo(first.loginState().caller());
      assertThat(state.cookies()).isEqualTo(first.loginState().cookies());
      assertThat(next.get("/me").text()).isEqualTo(first.get("/me").text());
    }
  }

  /** Two clients that refresh by one token would be taken for a thief and their victim. */
  @Test
  @Tag("R3")
  void refreshToken_stays() {
    for (Credentials shown : List.of(Credentials.BOTH, Credentials.BEARER)) {
      LoginClient first = loggedIn(shown);
      first.cookies().set("theme", "dark");
      LoginClient next = client(shown);

      LoginState state = next.importLogin(first.exportLogin(PASSPHRASE), PASSPHRASE);

      Tokens tokens = Objects.requireNonNull(state.tokens());
      assertThat(tokens.refreshToken()).isNull();
      assertThat(tokens.accessToken()).isNotNull();
      assertThat(tokens.endsAt())
          .isEqualTo(Objects.requireNonNull(first.loginState().tokens()).endsAt());
    }
  }

  @Test
  void cookies_areThoseOfTheHost_andNoneOfABearer() {
    URI base = URI.create("http://shop.example.com/");
    List<Cookie> cookies =
        List.of(
            cookie("sid", "shop.example.com", Reach.ONE_HOST),
            cookie("sso", "example.com", Reach.DOMAIN),
            cookie("other", "bank.example.com", Reach.ONE_HOST),
            cookie("parent", "example.com", Reach.ONE_HOST));
    LoginState state = new LoginState(null, new Tokens("access", "refresh", null), cookies, null);

    assertThat(ExportedLogin.of(base, Credentials.BOTH, state, Set.of()).cookies())
        .extracting(Cookie::name)
        .containsExactly("sid", "sso");
    assertThat(ExportedLogin.of(base, Credentials.BEARER, state, Set.of()).cookies()).isEmpty();
  }

  private static Cookie cookie(String name, String domain, Reach reach) {
    return new Cookie(name, "secret", new Scope(domain, reach, "/", false), null);
  }

  @Test
  void login_thatOnlyARefreshTokenHolds_isNotExported() {
    LoginState state = new LoginState(null, Tokens.refreshable("refresh"), List.of(), null);

    assertThatIllegalStateException()
        .isThrownBy(
            () -> ExportedLogin.of(URI.create("http://a.b"), Credentials.BEARER, state, Set.of()))
        .withMessageContaining("no access token");
  }

  /** A late answer of an earlier login does not undo it. */
  @Test
  void import_waitsForALoginThatIsUnderWay() {
    String sealed = loggedIn(Credentials.BOTH).exportLogin(PASSPHRASE);
    CompletableFuture<Reply> late = new CompletableFuture<>();
    shop.server.on("POST /login", asked -> late.join());
    LoginClient next = client(Credentials.BOTH);
    CompletableFuture<LoginState> bob = next.async().login("bob", "123");

    CompletableFuture<LoginState> alice =
        next.async().goOnWith(ExportedLogin.read(SealedText.open(sealed, PASSPHRASE)));

    assertThat(alice).isNotDone();
    late.complete(Reply.json("{\"user\":{\"name\":\"bob\"},\"accessToken\":\"of-bob\"}"));
    assertThat(bob.join().callerName()).contains("bob");
    assertThat(alice.join().callerName()).contains("alice");
    assertThat(next.loginState().callerName()).contains("alice");
  }

  @Test
  void text_isAnotherEachTime_andHidesAll() {
    LoginClient client = loggedIn(Credentials.BOTH);
    String first = client.exportLogin(PASSPHRASE);

    assertThat(first).startsWith("cloakroom-login.1.").doesNotContain("alice", "access", "sid");
    assertThat(client.exportLogin(PASSPHRASE)).isNotEqualTo(first);
  }

  @Test
  void text_thatWasChanged_orIsNone_isRefused() {
    String sealed = loggedIn(Credentials.BOTH).exportLogin(PASSPHRASE);
    LoginClient next = client(Credentials.BOTH);
    int middle = sealed.length() / 2;
    char other = sealed.charAt(middle) == 'A' ? 'B' : 'A';
    String changed = sealed.substring(0, middle) + other + sealed.substring(middle + 1);

    for (String wrong :
        List.of(
            changed,
            sealed.substring(0, sealed.length() - 4),
            sealed.replace(".1.", ".2."),
            "cloakroom-login.1.",
            "cloakroom-login.1.AAAA",
            "cloakroom-login.1.?",
            "")) {
      assertThatIllegalArgumentException().isThrownBy(() -> next.importLogin(wrong, PASSPHRASE));
    }
    assertThat(next.loginState().isLoggedIn()).isFalse();
    assertThat(next.importLogin(sealed + "\n", PASSPHRASE).isLoggedIn()).isTrue();
  }

  @Test
  void passphrase_thatIsAnother_orShort_isRefused() {
    LoginClient client = loggedIn(Credentials.BOTH);
    String sealed = client.exportLogin(PASSPHRASE);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> client(Credentials.BOTH).importLogin(sealed, "another passphrase"))
        .withMessageContaining("another passphrase, or has been changed");
    assertThatIllegalArgumentException().isThrownBy(() -> client.exportLogin("short"));
  }

  @Test
  void login_ofAnotherOrigin_isRefused() {
    String sealed = loggedIn(Credentials.BOTH).exportLogin(PASSPHRASE);
    LoginClient elsewhere = LoginClient.of("https://other.example.org");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> elsewhere.importLogin(sealed, PASSPHRASE))
        .withMessageContaining("https://other.example.org:443");
    assertThat(elsewhere.cookies().toMap()).isEmpty();
  }

  @Test
  void nobody_isNotExported() {
    assertThatIllegalStateException()
        .isThrownBy(() -> client(Credentials.BOTH).exportLogin(PASSPHRASE));
  }

  @Test
  void whoWasLoggedIn_isForgotten() {
    LoginClient bob = client(Credentials.COOKIE);
    bob.login("bob", "123");
    bob.cookies().set("theme", "dark");

    bob.importLogin(loggedIn(Credentials.COOKIE).exportLogin(PASSPHRASE), PASSPHRASE);

    assertThat(bob.get("/me").text()).contains("alice");
    assertThat(bob.cookies().toMap()).doesNotContainKey("theme");
  }

  @Test
  void closedClient_sendsNothing_andTheLoginGoesOn() {
    LoginClient client = loggedIn(Credentials.COOKIE);
    String sealed = client.exportLogin(PASSPHRASE);

    client.close();

    assertThat(client.cookies().toMap()).isEmpty();
    assertThatIllegalStateException().isThrownBy(() -> client.get("/me"));
    assertThatIllegalStateException().isThrownBy(client::logout);
    assertThatIllegalStateException().isThrownBy(() -> client.importLogin(sealed, PASSPHRASE));
    assertThat(client.cookies().toMap()).isEmpty();
    LoginClient next = client(Credentials.COOKIE);
    next.importLogin(sealed, PASSPHRASE);
    assertThat(next.get("/me").isOk()).isTrue();
  }

  @Test
  void headAndPatch_areSent_andArraysRead() {
    shop.server.on("HEAD /list", asked -> Reply.of(200, ""));
    shop.server.on("PATCH /list", asked -> Reply.json(asked.body()));
    LoginClient client = client(Credentials.BOTH);

    assertThat(client.head("/list").isOk()).isTrue();
    assertThat(client.async().head("/list").join().text()).isEmpty();
    List<Object> sent = List.of("a", true, Map.of("b", List.of("c")));
    ClientResponse answer = client.patch("/list", Body.json(sent));
    assertThat(answer.jsonList()).isEqualTo(sent);
    assertThat(client.async().patch("/list", Body.json("{}")).join().json()).isEmpty();
    assertThatIllegalStateException()
        .isThrownBy(answer::json)
        .withMessageContaining("no JSON object");
    assertThatIllegalStateException()
        .isThrownBy(() -> client.patch("/list", Body.json("{}")).jsonList())
        .withMessageContaining("no JSON array");
  }

  /** Before there were names in it, each of its cookies counted. */
  @Test
  void textWithoutNames_hasThoseOfItsCookies() {
    ExportedLogin read =
        ExportedLogin.read(
            """
            {"origin":"https://shop.test","caller":null,"tokens":null,"cookies":[{"name":"sid",
            "value":"1","domain":"shop.test","reach":"ONE_HOST","path":"/","secure":true,"end":null}]}
            """);

    assertThat(read.ofLogin()).containsExactly("sid");
  }
}
